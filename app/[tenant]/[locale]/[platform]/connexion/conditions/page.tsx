import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { AgreementTexts } from '@/components/legal/agreement'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { currentArrival } from '@/lib/auth/arrival'
import { currentPerson } from '@/lib/auth/current-person'
import { safePath } from '@/lib/auth/safe-path'
import { findOwed } from '@/lib/people/acceptances/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { listAsked } from '@/lib/tenancy/legal/queries'

type Props = { searchParams: Promise<{ suite?: string | string[]; erreur?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn.agreement')
  return { title: t((await currentArrival()) ? 'newTitle' : 'againTitle'), robots: { index: false } }
}

/** Asked once, between signing in and what one came for: of somebody new before anything is kept of them. */
export default async function AgreementPage({ searchParams }: Props) {
  const { suite, erreur } = await searchParams
  const { tenant } = await currentSite()
  const t = await getTranslations('signIn.agreement')
  const href = await currentHref()
  const next = safePath(suite) ?? href('/')
  const arrival = await currentArrival()
  const person = arrival ? null : await currentPerson()
  if (!arrival && !person) redirect(`${href('/connexion')}?suite=${encodeURIComponent(next)}`)
  const asked = person ? await findOwed(tenant, person.id) : await listAsked(tenant)
  if (asked.length === 0 && person) redirect(next)
  const isNew = person === null
  return (
    <Page title={t(isNew ? 'newTitle' : 'againTitle')} lead={t(isNew ? 'newLead' : 'againLead')} width="text">
      <div className="grid gap-6">
        {erreur === 'accord' && (
          <Notice tone="warn" live="alert">
            {t('worded_otherwise')}
          </Notice>
        )}
        <form method="post" action="/api/auth/agree" className="grid gap-6">
          <input type="hidden" name="suite" value={next} />
          <Card>
            <AgreementTexts asked={asked} isNew={isNew} />
          </Card>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" size="large">
              {t(isNew ? 'acceptNew' : 'acceptAgain')}
            </Button>
            <Button type="submit" size="large" variant="quiet" name="refus" value="1">
              {t(isNew ? 'refuseNew' : 'later')}
            </Button>
          </div>
        </form>
        {!isNew && (
          <p className="text-muted">
            {t.rich('laterText', { account: (text) => <a href={href('/compte')}>{text}</a> })}
          </p>
        )}
      </div>
    </Page>
  )
}

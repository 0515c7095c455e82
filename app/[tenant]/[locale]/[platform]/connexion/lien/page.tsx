import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { AgreementTexts } from '@/components/legal/agreement'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { askedBehindLink, findLink } from '@/lib/people/sign-in/queries'
import { linkMinutes } from '@/lib/people/sign-in/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import type { Asked } from '@/lib/tenancy/legal/rules'

type Query = { jeton?: string | string[]; erreur?: string | string[] }
type Props = { searchParams: Promise<Query> }

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Where a link of a letter leads. Opening the page uses nothing up; pressing its button does. */
export default async function LinkPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  const { jeton, erreur } = await searchParams
  const link = typeof jeton === 'string' ? await findLink(tenant, jeton) : null
  if (typeof jeton !== 'string' || !link || erreur === 'lien')
    return <Expired next={link?.next} wasPressed={erreur === 'lien'} />
  const asked = await askedBehindLink(tenant, jeton)
  return <Confirm token={jeton} needsName={link.needsName} asked={asked} problem={erreur} />
}

async function Confirm({
  token,
  needsName,
  asked,
  problem,
}: {
  token: string
  needsName: boolean
  asked: Asked[]
  problem: Query['erreur']
}) {
  const t = await getTranslations('signIn')
  const errors = await getTranslations('errors')
  const href = await currentHref()
  const wrongName = problem === 'nom' ? t('refusals.name_needed') : undefined
  return (
    <Page title={t('linkTitle')} lead={t('linkLead')} width="text">
      {wrongName && <ErrorSummary title={errors('summary')} errors={[{ name: 'nom', text: wrongName }]} />}
      {problem === 'attente' && (
        <Notice tone="warn" live="alert">
          {t('refusals.too_many_asks')}
        </Notice>
      )}
      {problem === 'accord' && (
        <Notice tone="warn" live="alert">
          {t('agreement.worded_otherwise')}
        </Notice>
      )}
      <form method="post" action="/api/auth/link" className="grid gap-6">
        <input type="hidden" name="jeton" value={token} />
        <input
          type="hidden"
          name="page"
          value={`${href('/connexion/lien')}?jeton=${encodeURIComponent(token)}`}
        />
        {needsName && (
          <TextInput
            name="nom"
            label={t('name')}
            hint={t('nameHint')}
            error={wrongName}
            autoComplete="name"
            maxLength={60}
            required
          />
        )}
        {asked.length > 0 && (
          <Card>
            <p className="mb-5 text-muted">{t('agreement.linkTitle')}</p>
            <AgreementTexts asked={asked} isNew />
          </Card>
        )}
        <div>
          <Button type="submit" size="large">
            {t(asked.length > 0 ? 'agreement.acceptLink' : 'linkButton')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

async function Expired({ next, wasPressed }: { next?: string; wasPressed: boolean }) {
  const t = await getTranslations('signIn')
  const href = await currentHref()
  const again = href('/connexion') + (next ? `?suite=${encodeURIComponent(next)}` : '')
  return (
    <Page title={t('expiredTitle')} lead={t('expiredLead', { minutes: linkMinutes })} width="text">
      {wasPressed && (
        <div className="mb-6">
          <Notice tone="warn" live="alert">
            {t('refusals.link_not_valid')}
          </Notice>
        </div>
      )}
      <ButtonLink href={again}>{t('askAgain')}</ButtonLink>
    </Page>
  )
}

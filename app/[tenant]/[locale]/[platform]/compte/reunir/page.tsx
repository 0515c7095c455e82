import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import { Page } from '@/components/layout/page'
import { BeginUnion, ConfirmUnion, ProveOther, UnionDone } from '@/components/people/union-steps'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { requirePerson } from '@/lib/auth/require-person'
import { unionCookieName } from '@/lib/auth/union-steps'
import { findBegun, findLastOwn, findShown } from '@/lib/people/unions/queries'
import { unionRefusals } from '@/lib/people/unions/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Query = { erreur?: string | string[]; fait?: string | string[] }
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('unions'))('title'), robots: { index: false } }
}

export default async function UnitePage({ searchParams }: Props) {
  const person = await requirePerson()
  const [t, errors] = [await getTranslations('unions'), await getTranslations('errors')]
  const href = await currentHref()
  const { erreur, fait } = await searchParams
  const code = unionRefusals.find((one) => one === erreur)
  const wrong = code && t(`refusals.${code}`)
  const back = (
    <a href={href('/compte')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      {wrong && <ErrorSummary title={errors('summary')} errors={[{ name: 'reunir', text: wrong }]} />}
      <div id="reunir" className="grid gap-6">
        <Step personId={person.id} name={person.name} isDone={fait === '1'} />
      </div>
    </Page>
  )
}

/** Where in the two steps this browser is: by whom it began and who is signed in now. */
async function Step({ personId, name, isDone }: { personId: string; name: string | null; isDone: boolean }) {
  const { tenant } = await currentSite()
  const now = new Date()
  const done = isDone ? await findLastOwn(tenant, personId, now) : null
  if (done) return <UnionDone {...done} />
  const token = (await cookies()).get(unionCookieName())?.value
  const begun = token ? await findBegun(tenant, token, now) : null
  if (!begun) return <BeginUnion name={name} />
  if (begun.id === personId) return <ProveOther until={begun.expiresAt} />
  return <ConfirmUnion kept={begun} absorbed={await findShown(tenant, personId)} />
}

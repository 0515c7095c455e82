import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { AskUnion } from '@/components/privacy/ask-union'
import { AskBan, Bans } from '@/components/privacy/bans'
import { UnionList, WaitingUnions } from '@/components/privacy/union-lists'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { requirePerson } from '@/lib/auth/require-person'
import { listBans } from '@/lib/people/bans/queries'
import { maySuspend } from '@/lib/people/bans/rules'
import { mayAskUnion, mayDecideUnion } from '@/lib/people/unions/desk/rules'
import { listUnions, searchAccounts } from '@/lib/people/unions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ q?: string | string[]; fait?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('unions'))('desk.title'), robots: { index: false } }
}

export default async function UnionDeskPage({ searchParams }: Props) {
  const person = await requirePerson()
  const [mayAsk, mayDecide] = [mayAskUnion(person), mayDecideUnion(person)]
  if (!mayAsk && !mayDecide) forbidden()
  const { tenant } = await currentSite()
  const [t, href] = [await getTranslations('unions.desk'), await currentHref()]
  const { q, fait } = await searchParams
  const asked = typeof q === 'string' ? q : ''
  const { waiting, lately } = await listUnions(tenant, new Date())
  const found = mayAsk ? await searchAccounts(tenant, asked) : []
  const banned = (['suspension', 'suspendu', 'relu'] as const).find((one) => one === fait)
  const b = await getTranslations('bans.done')
  const back = (
    <a href={href('/compte')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {(await getTranslations('unions'))('back')}
    </a>
  )
  return (
    <Page title={t('title')} lead={t('lead')} above={back} width="text">
      {(fait === 'demande' || fait === 'reunis') && (
        <div className="mb-8">
          <Notice tone="success" live="status">
            {t(fait === 'demande' ? 'asked' : 'done')}
          </Notice>
        </div>
      )}
      {banned && (
        <div className="mb-8">
          <Notice tone="success" live="status">
            {b(banned)}
          </Notice>
        </div>
      )}
      <WaitingUnions unions={waiting} readerId={person.id} mayDecide={mayDecide} />
      {mayAsk && <AskUnion here={href('/administration/comptes')} asked={asked} found={found} />}
      {maySuspend(person) && (
        <>
          <AskBan found={found} />
          <Bans bans={await listBans(tenant)} readerId={person.id} />
        </>
      )}
      <UnionList unions={lately} />
    </Page>
  )
}

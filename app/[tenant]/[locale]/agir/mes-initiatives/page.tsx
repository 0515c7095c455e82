import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JoinedList, OwnInitiatives } from '@/components/agir/initiatives/own-initiatives'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { listJoined, listOwnInitiatives } from '@/lib/agir/initiatives/own/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirInitiatives.own'))('title'), robots: { index: false } }
}

export default async function OwnInitiativesPage({ searchParams }: Props) {
  const { tenant } = await currentSite()
  if (!tenant.modules.agir) notFound()
  const person = await requirePerson()
  const [t, href, { fait }] = await Promise.all([
    getTranslations('agirInitiatives.own'),
    currentHref(),
    searchParams,
  ])
  const [own, joined] = await Promise.all([
    listOwnInitiatives(tenant, person.id),
    listJoined(tenant, person.id),
  ])
  const begin = (
    <ButtonLink href={href('/mes-initiatives/nouvelle')} icon={<Icon name="plus" />}>
      {t('begin')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <div className="space-y-8">
        {fait === 'effacee' && <Notice tone="success" live="status" title={t('done.effacee')} />}
        {fait === 'quittee' && <Notice tone="success" live="status" title={t('done.quittee')} />}
        {own.length === 0 ? (
          <EmptyState title={t('empty')} action={begin}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <p>{begin}</p>
            <OwnInitiatives own={own} />
          </>
        )}
        <JoinedList joined={joined} />
      </div>
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { TreatedList, WaitingList } from '@/components/moderation/waiting-list'
import { EmptyState } from '@/components/ui/empty-state'
import { localized } from '@/lib/i18n/localized'
import { listTreated, listWaiting } from '@/lib/ideas/moderation/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { onlyModerator } from './only-moderator'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('moderation'))('title'), robots: { index: false } }
}

export default async function ModerationQueue() {
  const { tenant, locale } = await currentSite()
  const person = await onlyModerator('/moderation')
  const href = await currentHref()
  const t = await getTranslations('moderation')
  const waiting = await listWaiting(tenant)
  const treated = await listTreated(tenant)
  const themes = new Map(tenant.themes.map(({ id, name }) => [id, localized(name, locale, tenant)]))
  return (
    <Page title={t('title')} lead={t('lead')}>
      {waiting.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <p className="mb-4 font-bold">{t('waiting', { count: waiting.length })}</p>
          <WaitingList
            waiting={waiting.map((idea) => ({
              ...idea,
              href: href(`/moderation/${idea.id}`),
              theme: themes.get(idea.themeId ?? '') ?? null,
              isOwn: idea.authorId === person.id,
            }))}
          />
        </>
      )}
      <TreatedList treated={treated.map((idea) => ({ ...idea, href: href(`/moderation/${idea.id}`) }))} />
    </Page>
  )
}

import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { requireRole } from '@/lib/auth/require-role'
import { listToCheck } from '@/lib/ideas/certification/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification'))('title'), robots: { index: false } }
}

/** What is being checked before a right is certified, and what waits to be counted. */
export default async function CheckingDesk() {
  const { tenant } = await currentSite()
  const person = await requireRole('admin')
  const [found, t, format, href] = await Promise.all([
    listToCheck(tenant, person),
    getTranslations('certification'),
    getFormatter(),
    currentHref(),
  ])
  return (
    <Page title={t('title')} lead={t('lead')}>
      {found.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <Table
          caption={t('title')}
          hideCaption
          stacks
          columns={[
            { key: 'title', label: t('idea') },
            { key: 'counted', label: t('counted'), numeric: true },
            { key: 'held', label: t('held'), numeric: true },
            { key: 'reached', label: t('reached') },
          ]}
          rows={found.map((idea) => ({
            key: idea.id,
            cells: {
              title: (
                <a href={href(`/verification/${idea.id}`)} lang={idea.locale} dir="auto">
                  {idea.title}
                </a>
              ),
              counted: format.number(idea.supportCount),
              held: format.number(idea.heldCount),
              reached: idea.reachedAt
                ? format.dateTime(idea.reachedAt, {
                    dateStyle: 'medium',
                    timeZone: idea.timeZone ?? undefined,
                  })
                : '–',
            },
          }))}
        />
      )}
    </Page>
  )
}

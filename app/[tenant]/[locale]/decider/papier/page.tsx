import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { requireRole } from '@/lib/auth/require-role'
import { lastMoment } from '@/lib/ideas/collection/rules'
import { listOnPaper } from '@/lib/ideas/paper/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper'))('title'), robots: { index: false } }
}

/** The ideas that may be signed on paper: where a sheet is typed in, and where a second person is waited for. */
export default async function PaperDesk() {
  const { tenant } = await currentSite()
  const person = await requireRole('area_admin')
  const [found, t, format, href] = await Promise.all([
    listOnPaper(tenant, person, new Date()),
    getTranslations('paper'),
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
            { key: 'waiting', label: t('waiting'), numeric: true },
            { key: 'counted', label: t('countedSheets'), numeric: true },
            { key: 'until', label: t('until') },
          ]}
          rows={found.map((idea) => ({
            key: idea.id,
            cells: {
              title: (
                <a href={href(`/papier/${idea.id}`)} lang={idea.locale} dir="auto">
                  {idea.title}
                </a>
              ),
              waiting: format.number(idea.waiting),
              counted: format.number(idea.counted),
              until: format.dateTime(lastMoment(idea.deadlineAt!), {
                dateStyle: 'medium',
                timeZone: idea.timeZone ?? undefined,
              }),
            },
          }))}
        />
      )}
    </Page>
  )
}

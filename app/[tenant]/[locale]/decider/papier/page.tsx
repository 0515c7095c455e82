import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DeskList } from '@/components/desk/desk-list'
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
  const dayOf = (moment: Date, timeZone = tenant.timeZone) =>
    format.dateTime(lastMoment(moment), { dateStyle: 'medium', timeZone })
  return (
    <DeskList
      title={t('title')}
      lead={t('lead')}
      empty={{ title: t('empty'), text: t('emptyText') }}
      idea={t('idea')}
      columns={[
        { key: 'waiting', label: t('waiting'), numeric: true },
        { key: 'counted', label: t('countedSheets'), numeric: true },
        { key: 'until', label: t('until') },
      ]}
      rows={found.map(({ waiting, counted, deadlineAt, timeZone, ...idea }) => ({
        ...idea,
        cells: {
          waiting: format.number(waiting),
          counted: format.number(counted),
          until: dayOf(deadlineAt!, timeZone ?? undefined),
        },
      }))}
      fileOf={(id) => href(`/papier/${id}`)}
    />
  )
}

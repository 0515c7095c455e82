import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DeskList } from '@/components/desk/desk-list'
import { requireRole } from '@/lib/auth/require-role'
import { listToCheck } from '@/lib/ideas/certification/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certification'))('title'), robots: { index: false } }
}

/** What is being checked before a right is certified, and what waits to be counted. */
export default async function CheckingDesk() {
  const { tenant } = await currentSite()
  const person = await requireRole('moderator')
  const [found, t, format, href] = await Promise.all([
    listToCheck(tenant, person),
    getTranslations('certification'),
    getFormatter(),
    currentHref(),
  ])
  const dayOf = (moment: Date, timeZone = tenant.timeZone) =>
    format.dateTime(moment, { dateStyle: 'medium', timeZone })
  return (
    <DeskList
      title={t('title')}
      lead={t('lead')}
      empty={{ title: t('empty'), text: t('emptyText') }}
      idea={t('idea')}
      columns={[
        { key: 'counted', label: t('counted'), numeric: true },
        { key: 'held', label: t('held'), numeric: true },
        { key: 'reached', label: t('reached') },
      ]}
      rows={found.map(({ supportCount, heldCount, reachedAt, timeZone, ...idea }) => ({
        ...idea,
        cells: {
          counted: format.number(supportCount),
          held: format.number(heldCount),
          reached: reachedAt ? dayOf(reachedAt, timeZone ?? undefined) : '–',
        },
      }))}
      fileOf={(id) => href(`/verification/${id}`)}
    />
  )
}

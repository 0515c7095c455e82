import { getFormatter, getTranslations } from 'next-intl/server'
import { Stat } from '@/components/ui/stat'
import { Table } from '@/components/ui/table'
import type { OwnLine } from '@/lib/agir/hours/queries'
import { type Total, totalsBy, yearOf } from '@/lib/agir/hours/totals/rules'
import { lastingWords } from './hour-words'

/** What it comes to in all, by year and by organisation. */
export async function Totals({ lines }: { lines: OwnLine[] }) {
  const [t, format, lasting] = await Promise.all([
    getTranslations('agirHours.own'),
    getFormatter(),
    lastingWords(),
  ])
  const [all] = totalsBy(lines, () => 'all')
  const names = new Map(lines.map(({ organisationId, organisation }) => [organisationId ?? '', organisation]))
  const years = totalsBy(lines, yearOf).toSorted((one, other) => (one.of < other.of ? 1 : -1))
  const organisations = totalsBy(lines, ({ organisationId }) => organisationId ?? '')
  const figures = [
    [lasting(all?.counted ?? 0), t('figures.counted')],
    [format.number(all?.dates ?? 0), t('figures.dates')],
    [lasting(all?.waiting ?? 0), t('figures.waiting')],
  ] as const
  const table = (caption: string, first: string, rows: Total<string>[], nameOf: (of: string) => string) => (
    <Table
      caption={caption}
      columns={[
        { key: 'of', label: first },
        { key: 'dates', label: t('columns.dates'), numeric: true },
        { key: 'counted', label: t('columns.counted'), numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.of || 'none',
        cells: {
          of: <span dir="auto">{nameOf(row.of)}</span>,
          dates: format.number(row.dates),
          counted: lasting(row.counted),
        },
      }))}
    />
  )
  return (
    <div className="space-y-8">
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
        {figures.map(([figure, label]) => (
          <Stat key={label} figure={figure} label={label} />
        ))}
      </div>
      {table(
        t('byOrganisation'),
        t('columns.organisation'),
        organisations,
        (id) => names.get(id) ?? t('neighbours'),
      )}
      {years.length > 1 && table(t('byYear'), t('columns.year'), years, (year) => year)}
    </div>
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Stat } from '@/components/ui/stat'
import type { SeatsOfDate } from '@/lib/agir/registrations/organising/queries'

/** Who comes, who asks, who waits and for how many seats; said aloud where more are taken than there are. */
export async function ListFigures({ positions, asks }: { positions: SeatsOfDate[]; asks: boolean }) {
  const [t, format] = await Promise.all([getTranslations('agirList'), getFormatter()])
  const sum = (of: (one: SeatsOfDate) => number) => positions.reduce((all, one) => all + of(one), 0)
  const seats = positions.some(({ capacity }) => capacity === null) ? null : sum(({ capacity }) => capacity!)
  const figures = [
    { label: t('figures.coming'), count: sum(({ coming }) => coming) },
    ...(asks ? [{ label: t('figures.asked'), count: sum(({ asked }) => asked) }] : []),
    { label: t('figures.waiting'), count: sum(({ waiting }) => waiting) },
  ]
  return (
    <div className="space-y-6">
      <div className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
        {figures.map(({ label, count }) => (
          <Stat key={label} figure={format.number(count)} label={label} />
        ))}
        <Stat figure={seats === null ? '∞' : format.number(seats)} label={t('figures.seats')} />
      </div>
      {positions
        .filter(({ taken, capacity }) => capacity !== null && taken > capacity)
        .map(({ id, label, taken, capacity }) => (
          <Notice key={id} tone="warn" title={t('over.title', { taken, capacity: capacity! })}>
            {label && <p dir="auto">{label}</p>}
            <p>{t('over.text')}</p>
          </Notice>
        ))}
    </div>
  )
}

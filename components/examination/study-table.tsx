import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import type { Story } from '@/lib/ideas/examination/story/queries'
import { type StudyCriterion, studyCriteria } from '@/lib/ideas/examination/rules'
import { currentSite } from '@/lib/tenancy/current-site'

type Study = NonNullable<Story['study']>

/** What was looked at, line by line, and what it would cost. */
export async function StudyTable({ study }: { study: Study }) {
  const [t, { tenant }, format] = await Promise.all([
    getTranslations('examination'),
    currentSite(),
    getFormatter(),
  ])
  const lines = studyCriteria.filter((criterion) => study.criteria[criterion])
  const money = (cents: number) =>
    format.number(cents / 100, {
      style: 'currency',
      currency: tenant.currency,
      maximumFractionDigits: 0,
    })
  const holds = (criterion: StudyCriterion) => study.criteria[criterion]!
  const { costLowCents: low, costHighCents: high, runningCostCents: running } = study
  return (
    <div className="space-y-4">
      {lines.length > 0 && (
        <Table
          caption={t('table')}
          columns={[
            { key: 'what', label: t('criterion') },
            { key: 'holds', label: t('holds') },
            { key: 'note', label: t('holdsNote') },
          ]}
          rows={lines.map((criterion) => ({
            key: criterion,
            cells: {
              what: t(`criteria.${criterion}`),
              holds: t(`holdings.${holds(criterion).holds}`),
              note: holds(criterion).note,
            },
          }))}
        />
      )}
      {low !== null && high !== null && (
        <p>
          <span className="font-bold">{t('estimate')}</span>{' '}
          {low === high
            ? t('estimateOne', { cost: money(low) })
            : t('estimateRange', { low: money(low), high: money(high) })}
          {running !== null && ` ${t('estimateRunning', { cost: money(running) })}`}
        </p>
      )}
    </div>
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { keptRows, type RetentionRow } from '@/lib/people/retention/rules'

type Row = { row: RetentionRow; due: number; lastAt: Date | null; lastDone: number; ever: number }

/** What is kept and for how long; what tonight would forget, what the last night did, and all of them so far. */
export async function RetentionTable({ report }: { report: Row[] }) {
  const t = await getTranslations('privacy.retention')
  const format = await getFormatter()
  const rows = report.map(({ row, due, lastAt, lastDone, ever }) => ({
    key: row,
    cells: {
      what: <span className="font-bold">{t(`rows.${row}.what`)}</span>,
      kept: t(`rows.${row}.kept`),
      then: t(`rows.${row}.then`),
      due: format.number(due),
      last: lastAt
        ? t('lastRun', { count: lastDone, on: format.dateTime(lastAt, { dateStyle: 'medium' }) })
        : t('never'),
      ever: format.number(ever),
    },
  }))
  const kept = keptRows.map((row) => ({
    key: row,
    cells: {
      what: <span className="font-bold">{t(`keptRows.${row}.what`)}</span>,
      kept: t(`keptRows.${row}.kept`),
      then: t(`keptRows.${row}.then`),
      due: '—',
      last: '—',
      ever: '—',
    },
  }))
  return (
    <Table
      caption={t('title')}
      hideCaption
      stacks
      columns={[
        { key: 'what', label: t('columns.what') },
        { key: 'kept', label: t('columns.kept') },
        { key: 'then', label: t('columns.then') },
        { key: 'due', label: t('columns.due'), numeric: true },
        { key: 'last', label: t('columns.last') },
        { key: 'ever', label: t('columns.ever'), numeric: true },
      ]}
      rows={[...rows, ...kept]}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import {
  checkpoints,
  halfReachedIn,
  type NamedTrial,
  reachedBy,
  type Result,
} from '@/lib/rules/workshop/rules'
import { trialWords } from './trial-words'

type Lines = { trial: NamedTrial; result: Result }[]

/** Each rule with how many would have reached it, how many not, and how fast. */
export async function OutcomeTable({ lines }: { lines: Lines }) {
  const t = await getTranslations('workshop')
  const { ruleOf } = await trialWords()
  const format = await getFormatter()
  return (
    <Table
      caption={t('outcomes')}
      stacks
      columns={[
        { key: 'rule', label: t('columns.rule') },
        { key: 'reached', label: t('columns.reached'), numeric: true },
        { key: 'missed', label: t('columns.missed'), numeric: true },
        { key: 'unknown', label: t('columns.unknown'), numeric: true },
        { key: 'half', label: t('columns.half'), numeric: true },
      ]}
      rows={lines.map(({ trial, result }) => {
        const half = halfReachedIn(result)
        return {
          key: trial.kind,
          cells: {
            rule: (
              <>
                <b>{t(`kinds.${trial.kind}`)}</b>
                <span className="block text-muted">{ruleOf(trial)}</span>
              </>
            ),
            reached: <b>{format.number(result.reached)}</b>,
            missed: format.number(result.missed),
            unknown: format.number(result.unknown),
            half: half === null ? '–' : t('days', { count: half }),
          },
        }
      })}
    />
  )
}

/** The chart, in figures. */
export async function PaceTable({ lines }: { lines: Lines }) {
  const t = await getTranslations('workshop')
  const format = await getFormatter()
  return (
    <Table
      caption={t('pace')}
      columns={[
        { key: 'day', label: t('columns.after') },
        ...lines.map(({ trial }) => ({ key: trial.kind, label: t(`kinds.${trial.kind}`), numeric: true })),
      ]}
      rows={checkpoints(lines.map(({ trial }) => trial)).map((day) => ({
        key: `${day}`,
        cells: {
          day: t('days', { count: day }),
          ...Object.fromEntries(
            lines.map(({ trial, result }) => [trial.kind, format.number(reachedBy(result, day))]),
          ),
        },
      }))}
    />
  )
}

/** Imported ideas apart: their totals say nothing about time. */
export async function ImportedTable({ lines, imported }: { lines: Lines; imported: number }) {
  const t = await getTranslations('workshop')
  const format = await getFormatter()
  const thresholds = lines.filter(
    ({ trial }, place) => lines.findIndex((other) => other.trial.threshold === trial.threshold) === place,
  )
  return (
    <Table
      caption={t('importedCaption')}
      columns={[
        { key: 'threshold', label: t('columns.threshold') },
        { key: 'enough', label: t('columns.enough'), numeric: true },
        { key: 'short', label: t('columns.short'), numeric: true },
      ]}
      rows={thresholds.map(({ trial, result }) => ({
        key: trial.kind,
        cells: {
          threshold: t('supports', { count: trial.threshold }),
          enough: <b>{format.number(result.importedReached)}</b>,
          short: format.number(imported - result.importedReached),
        },
      }))}
    />
  )
}

import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { ideaWords } from '@/lib/i18n/words'
import type { Replay } from '@/lib/rules/workshop/queries'
import type { NamedTrial } from '@/lib/rules/workshop/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { ReplayChart } from './replay-chart'
import { ImportedTable, OutcomeTable, PaceTable } from './replay-tables'
import { trialWords } from './trial-words'

/** What each rule would have given: in a sentence, in a table, as a chart, and what it cannot say. */
export async function ReplayView({ trials, replay }: { trials: NamedTrial[]; replay: Replay }) {
  const site = await currentSite()
  const t = await getTranslations('workshop')
  const { ruleOf } = await trialWords()
  const words = ideaWords(site)
  const lines = trials.map((trial, place) => ({ trial, result: replay.results[place]! }))
  if (replay.own + replay.imported === 0)
    return <EmptyState title={t('empty', words)}>{t('emptyText', words)}</EmptyState>
  return (
    <div className="space-y-12">
      {replay.own > 0 && (
        <section aria-labelledby="resultat" className="space-y-6">
          <h2 id="resultat" className="text-xl">
            {t('result')}
          </h2>
          <ul className="space-y-2 text-lg">
            {lines.map(({ trial, result }) => (
              <li key={trial.kind}>
                <b>{t('withRule', { kind: t(`kinds.${trial.kind}`), rule: ruleOf(trial) })}</b>{' '}
                {t('headline', { ...words, total: replay.own, reached: result.reached })}
              </li>
            ))}
          </ul>
          <OutcomeTable lines={lines} />
          <div className="space-y-6">
            <h3 className="text-lg">{t('chart')}</h3>
            <ReplayChart lines={lines} />
            <PaceTable lines={lines} />
          </div>
        </section>
      )}
      {replay.imported > 0 && (
        <section aria-labelledby="importees" className="space-y-4">
          <h2 id="importees" className="text-xl">
            {t('imported')}
          </h2>
          <p className="max-w-text">{t('importedText', { ...words, count: replay.imported })}</p>
          <ImportedTable lines={lines} imported={replay.imported} />
        </section>
      )}
      <section aria-labelledby="limites" className="max-w-text">
        <h2 id="limites" className="text-xl">
          {t('limits')}
        </h2>
        <ul className="mt-3 list-disc space-y-2 ps-6 text-muted">
          <li>{t('limitUnknown')}</li>
          <li>{t('limitBehaviour')}</li>
          <li>{t('limitKept')}</li>
        </ul>
      </section>
    </div>
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { ListedWay } from '@/lib/people/ways/queries'
import type { TrialOutcome } from '@/lib/people/ways/rules'

/** How the last trial of a provider went: what it said by name, or what went wrong and what to do about it. */
export async function TrialResult({ trial }: { trial: ListedWay['trial'] }) {
  const t = await getTranslations('ways')
  const format = await getFormatter()
  if (!trial) return <p className="mt-4 text-muted">{t('trial.never')}</p>
  const when = t('trial.when', {
    at: format.dateTime(trial.at, { dateStyle: 'long', timeStyle: 'short' }),
    by: trial.by ?? '—',
  })
  const isGood = trial.outcome === 'ok'
  return (
    <div className="mt-4">
      <Notice
        tone={isGood && trial.isCurrent ? 'success' : 'warn'}
        title={isGood ? t('trial.ok') : t(`trial.problems.${trial.outcome as TrialOutcome}.title`)}
      >
        {isGood ? (
          <>
            <p>
              {t('trial.said')} <code dir="ltr">{trial.claims.join(', ')}</code>
            </p>
            {trial.assurance && <p>{t('trial.grants', { level: t(`levels.${trial.assurance}`) })}</p>}
            <p>{t(trial.opensAdmin ? 'trial.opensAdmin' : 'trial.opensNobody')}</p>
          </>
        ) : (
          <p>{t(`trial.problems.${trial.outcome as Exclude<TrialOutcome, 'ok'>}.text`)}</p>
        )}
        {!trial.isCurrent && <p>{t('trial.changed')}</p>}
        <p className="text-base">{when}</p>
      </Notice>
    </div>
  )
}

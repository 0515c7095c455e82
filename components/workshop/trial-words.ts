import { getTranslations } from 'next-intl/server'
import type { Trial } from '@/lib/rules/workshop/rules'

/** « 300 soutiens en 4 mois ». */
export async function trialWords() {
  const t = await getTranslations('workshop')
  const spanOf = ({ duration }: Trial) =>
    'days' in duration ? t('days', { count: duration.days }) : t('months', { count: duration.months })
  return {
    spanOf,
    ruleOf: (trial: Trial) => {
      const said = { threshold: trial.threshold, duration: spanOf(trial) }
      const fewer = Object.keys(trial.districts ?? {}).length
      return fewer > 0 ? t('ruleInDistricts', { ...said, districts: fewer }) : t('rule', said)
    },
  }
}

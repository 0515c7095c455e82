import { getTranslations } from 'next-intl/server'
import type { RuleKey, RuleSet } from '@/lib/rules/rules'
import type { Locale } from '@/tenants/tenant'

export type Say = Awaited<ReturnType<typeof getTranslations<'rules'>>>

const counted = {
  supportMinAge: 'age',
  depositMinAge: 'age',
  draftsPerPerson: 'number',
  collectingPerPerson: 'number',
  attachments: 'number',
  moderationWorkingDays: 'workingDays',
  coolingOffHours: 'hours',
  editWindowMinutes: 'minutes',
  certificationDays: 'days',
  paperEntryDays: 'days',
  acknowledgeWorkingDays: 'workingDays',
  firstWordDays: 'days',
  admissibilityDays: 'days',
  answerMonths: 'months',
  progressMonths: 'months',
  relaunchAfterMonths: 'months',
  adoptionDays: 'days',
  mergeAnswerDays: 'days',
  appealDays: 'days',
  appealAnswerDays: 'days',
} as const satisfies Partial<Record<RuleKey, string>>

/** A setting of the rules as one says it: « 1 500 », « 6 mois », « avant la publication ». */
export function ruleWords(t: Say, locale: Locale, set: RuleSet, key: RuleKey): string {
  const { rules, timeZone } = set
  switch (key) {
    case 'threshold':
      return thresholdWords(t, set)
    case 'duration':
      return durationWords(t, rules.duration)
    case 'titleLength':
    case 'bodyLength':
      return t('values.characters', rules[key])
    case 'adoptionAssurance':
    case 'supportAssurance':
      return t(`assurances.${rules[key]}`)
    case 'residence':
      return residenceWords(t, locale, rules.residence)
    case 'withdrawUntil':
      return t(`withdrawals.${rules.withdrawUntil}`)
    case 'moderation':
      return t(`readings.${rules.moderation}`)
    case 'paperSheets':
    case 'followTicked':
      return t(rules[key] ? 'values.yes' : 'values.no')
    case 'timeZone':
      return timeZone
    default:
      return t(`values.${counted[key]}`, { count: rules[key] })
  }
}

function thresholdWords(t: Say, { rules, threshold: count }: RuleSet): string {
  const { threshold } = rules
  if (threshold.mode === 'share') return t('values.share', { count, percent: threshold.percent })
  if (threshold.mode === 'absolute') return t('values.number', { count })
  const own = Object.values(threshold.districts)
  return t('values.districts', { count, least: Math.min(count, ...own), places: own.length })
}

export function durationWords(t: Say, duration: RuleSet['rules']['duration']): string {
  return 'months' in duration
    ? t('values.months', { count: duration.months })
    : t('values.days', { count: duration.days })
}

export function residenceWords(t: Say, locale: Locale, residence: RuleSet['rules']['residence']): string {
  const conditions = residence.map((one) => t(`residences.${one}`))
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(conditions)
}

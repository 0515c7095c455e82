import { Temporal } from 'temporal-polyfill'
import type { Rules } from '../../tenants/rules'

/** The rules of a city as they were published, with what they came to that day. */
export type RuleSet = {
  version: number
  rules: Rules
  threshold: number
  timeZone: string
  reason: string
  author: string
  validFrom: Date
}

/** How many supports oblige this city as a whole: the number it chose, or its share of the population, rounded up. */
export function thresholdOf({ threshold }: Pick<Rules, 'threshold'>, population: number): number {
  if (threshold.mode !== 'share') return threshold.value
  const share = Math.ceil((population * threshold.percent) / 100 - 1e-9)
  return Math.min(threshold.cap, Math.max(threshold.floor, share))
}

type Place = { districtCode: string | null; secondDistrictCode: string | null }

/** How many supports oblige the city there. What concerns two districts, or none, concerns the whole city. */
export function thresholdAt(
  { rules: { threshold: chosen }, threshold }: Pick<RuleSet, 'rules' | 'threshold'>,
  { districtCode, secondDistrictCode }: Place,
): number {
  if (chosen.mode !== 'districts' || districtCode === null || secondDistrictCode !== null) return threshold
  return chosen.districts[districtCode] ?? threshold
}

/**
 * The instant at which a collection is over, itself excluded: the day with the same number so many months later (the
 * last of the month where there is none), whole day included, in the city's zone.
 */
export function deadlineOf(publishedAt: Date, duration: Rules['duration'], timeZone: string): Date {
  const published = Temporal.Instant.fromEpochMilliseconds(publishedAt.getTime()).toZonedDateTimeISO(timeZone)
  const lastDay = published.toPlainDate().add(duration)
  return new Date(lastDay.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds)
}

/** What an idea takes with it when it is published, and keeps whatever the city decides afterwards. */
export function frozenRules(set: RuleSet, publishedAt: Date, place: Place) {
  const { version, rules, timeZone } = set
  return {
    ruleVersion: version,
    threshold: thresholdAt(set, place),
    deadlineAt: deadlineOf(publishedAt, rules.duration, timeZone),
    supportMinAge: rules.supportMinAge,
    supportAssurance: rules.supportAssurance,
    residence: rules.residence,
    timeZone,
    editableUntil: new Date(publishedAt.getTime() + rules.editWindowMinutes * 60_000),
  }
}

/** The settings that decide about ideas, in the order in which a change of them is told. */
export const ruleKeys = [
  'threshold',
  'duration',
  'supportMinAge',
  'supportAssurance',
  'residence',
  'withdrawUntil',
  'paperSheets',
  'paperEntryDays',
  'depositMinAge',
  'draftsPerPerson',
  'collectingPerPerson',
  'titleLength',
  'bodyLength',
  'attachments',
  'moderation',
  'moderationWorkingDays',
  'coolingOffHours',
  'editWindowMinutes',
  'certificationDays',
  'acknowledgeWorkingDays',
  'firstWordDays',
  'admissibilityDays',
  'answerMonths',
  'progressMonths',
  'relaunchAfterMonths',
  'adoptionDays',
  'adoptionAssurance',
  'mergeAnswerDays',
  'appealDays',
  'appealAnswerDays',
  'followTicked',
] as const satisfies readonly (keyof Rules)[]
export type RuleKey = (typeof ruleKeys)[number] | 'timeZone'

/** What is not the same in two versions of the rules; a threshold that follows the population may move by itself. */
export function changedRules(before: RuleSet, after: RuleSet): RuleKey[] {
  const same = (key: (typeof ruleKeys)[number]) =>
    JSON.stringify(before.rules[key]) === JSON.stringify(after.rules[key])
  const moved = before.threshold !== after.threshold
  const changed: RuleKey[] = ruleKeys.filter((key) => !same(key) || (key === 'threshold' && moved))
  return before.timeZone === after.timeZone ? changed : [...changed, 'timeZone']
}

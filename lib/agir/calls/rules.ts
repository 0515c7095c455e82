import { Temporal } from 'temporal-polyfill'
import type { DayPart, Slot } from '../volunteers/rules'
import { isAtLeast } from '../volunteers/rules'

export const answerStates = ['asked', 'coming', 'waiting', 'declined', 'stopped'] as const
export type AnswerState = (typeof answerStates)[number]

/** What whoever is asked may say. `stop`: not any more, neither to this nor to another. */
export const replies = ['yes', 'no', 'stop'] as const
export type Reply = (typeof replies)[number]

export const callLimits = {
  title: { min: 8, max: 120 },
  body: { min: 20, max: 1500 },
  meeting: { min: 3, max: 200 },
  seats: 200,
  /** Nobody is asked more often. */
  perWeek: 2,
  /** A call is open for so many days at most. */
  days: 14,
  openAtOnce: 5,
} as const

export const callRefusals = ['not_there', 'not_allowed', 'too_many', 'over', 'past'] as const
export type CallRefusal = (typeof callRefusals)[number]

export const replyRefusals = ['not_there', 'over'] as const
export type ReplyRefusal = (typeof replyRefusals)[number]

export type Need = {
  skills: readonly string[]
  language: string | null
  minAge: number
  districtCode: string | null
  slot: Slot
}
export type Candidate = {
  personId: string
  skills: readonly string[]
  languages: readonly string[]
  availability: readonly string[]
  birthYear: number
  districtCode: string
  radiusKm: number | null
  /** From their district to where the need is; null where it is everywhere. */
  kilometres: number | null
  askedLately: number
}

/** Why somebody is not asked, or null: what must be so, whatever else they offer. */
export function gate(one: Candidate, need: Need, year: number) {
  if (one.askedLately >= callLimits.perWeek) return 'cap'
  if (!isAtLeast(need.minAge, one.birthYear, year)) return 'age'
  if (!one.availability.includes(need.slot)) return 'availability'
  if (need.language && !one.languages.includes(need.language)) return 'language'
  if (one.kilometres !== null && one.radiusKm !== null && one.kilometres > one.radiusKm) return 'distance'
  return null
}

/** Why somebody is asked, as they are told: `district`, `near`, `slot`, `language`, `skill:first_aid`. */
export function reasonsFor(one: Candidate, need: Need): string[] {
  const shared = need.skills.filter((skill) => one.skills.includes(skill))
  const isThere = need.districtCode !== null && need.districtCode === one.districtCode
  return [
    ...(isThere ? ['district'] : need.districtCode !== null ? ['near'] : []),
    ...shared.map((skill) => `skill:${skill}`),
    ...(need.language ? ['language'] : []),
    'slot',
  ]
}

/** How well somebody fits: what they can do first, then how near they live, then how seldom they were asked. */
export function weigh(one: Candidate, need: Need): number {
  const shared = need.skills.filter((skill) => one.skills.includes(skill)).length
  const nearness = one.kilometres === null ? 0 : Math.max(0, 2 - one.kilometres / 5)
  return 3 * shared + nearness - one.askedLately
}

/** Those who may be asked, who fits best first; equals in an order that is the same each time. */
export function choose(candidates: readonly Candidate[], need: Need, year: number): Candidate[] {
  return candidates
    .filter((one) => gate(one, need, year) === null)
    .toSorted((a, b) => weigh(b, need) - weigh(a, need) || a.personId.localeCompare(b.personId))
}

type Round = { free: number; unanswered: number; lastWaveAt: Date | null; expiresAt: Date }

/**
 * How many more are asked now: somewhat more than seats are free, and nobody while those who were asked may still answer.
 * The less time is left, the shorter they are waited for.
 */
export function waveSize({ free, unanswered, lastWaveAt, expiresAt }: Round, now: Date): number {
  if (free <= 0 || expiresAt <= now) return 0
  const left = expiresAt.getTime() - now.getTime()
  const patience = Math.min(4 * hour, left / 4)
  const isWaiting = lastWaveAt !== null && now.getTime() - lastWaveAt.getTime() < patience
  return isWaiting && unanswered > 0 ? 0 : free * 2 + 1
}
const hour = 3_600_000

/** What somebody comes to by an answer, and what it does to the seats. */
export function stateAfter(reply: Reply, free: number): AnswerState {
  if (reply === 'yes') return free > 0 ? 'coming' : 'waiting'
  return reply === 'no' ? 'declined' : 'stopped'
}

const endings = { morning: '12:00', afternoon: '18:00', evening: '23:00' } as const

type When = { onDay: string; part: DayPart }

/** When it is over, and so when nobody can answer any more: at the end of that part of the day, in the city's time. */
export function endOf({ onDay, part }: When, timeZone: string): Date {
  const end = Temporal.PlainDate.from(onDay).toZonedDateTime({ timeZone, plainTime: endings[part] })
  return new Date(end.epochMilliseconds)
}

/** The slot of somebody's week in which it falls. */
export function slotOf({ onDay, part }: When): Slot {
  return `${Temporal.PlainDate.from(onDay).dayOfWeek as 1}_${part}`
}

import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { civilOf, shown, steadyInstant } from './clocks/rules'
import { firstByDays } from './weeks/rules'

/** When something takes place, as clocks of its zone show it: `2026-11-28 18:00:00`. */
export type Timing = {
  zone: string
  startsLocal: string
  endsLocal: string
  /** `FREQ=WEEKLY;BYDAY=TU;COUNT=10`; null for a single date. */
  rule: string | null
  exceptions: string[]
  additions: string[]
}
/** One date as it is written down. `originalLocal` names it for good. */
export type Planned = {
  originalLocal: string
  startsLocal: string
  endsLocal: string
  startsAt: Date
  endsAt: Date
}

export const limits = { dates: 500, months: 12, horizonDays: 180, perWeekUntrusted: 2, hours: 72 } as const

export const timingRefusals = [
  'rule_unreadable',
  'rule_too_fine',
  'rule_endless',
  'rule_too_long',
  'rule_too_many',
  'rule_empty',
  'ends_before_start',
  'lasts_too_long',
] as const
export type TimingRefusal = (typeof timingRefusals)[number]

const partNames = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST']
const coarse = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** Why dates cannot be made of this, or null: what never ends, what is too fine, too long or too much, what cannot be read. */
export function timingRefusal(timing: Timing): TimingRefusal | null {
  const [start, end] = [plain(timing.startsLocal), plain(timing.endsLocal)]
  if (Temporal.PlainDateTime.compare(end, start) <= 0) return 'ends_before_start'
  if (start.until(end).total('hours') > limits.hours) return 'lasts_too_long'
  if (timing.rule === null) return null
  const parts = partsOf(timing.rule)
  if (!parts) return 'rule_unreadable'
  if (!coarse.includes(parts.FREQ!)) return 'rule_too_fine'
  if (!parts.COUNT && !parts.UNTIL) return 'rule_endless'
  if (Number(parts.COUNT ?? 1) > limits.dates) return 'rule_too_many'
  return givenRefusal(timing)
}

/** `FREQ=WEEKLY;COUNT=3` → its parts; null when it is not one rule, made of what is known, each said once. */
export function partsOf(rule: string): Record<string, string> | null {
  if (rule.length > 300) return null
  const pairs = rule.split(';').map((part) => /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part))
  if (pairs.some((pair) => !pair || !partNames.includes(pair[1]!))) return null
  const parts = Object.fromEntries(pairs.map((pair) => [pair![1], pair![2]])) as Record<string, string>
  const isWhole = Object.keys(parts).length === pairs.length && parts.FREQ !== undefined
  return isWhole && areNumbers(parts) && !(parts.COUNT && parts.UNTIL) ? parts : null
}

function areNumbers({ COUNT, INTERVAL, UNTIL }: Record<string, string>): boolean {
  const counts = [COUNT, INTERVAL].every((count) => count === undefined || /^[1-9]\d{0,5}$/.test(count))
  return counts && (UNTIL === undefined || /^\d{8}(T\d{6}Z)?$/.test(UNTIL))
}

function givenRefusal(timing: Timing): TimingRefusal | null {
  const last = localOf(plain(timing.startsLocal).add({ months: limits.months }))
  const given = firstOf(timing, limits.dates + 1)
  if (given === null) return 'rule_unreadable'
  if (given.length === 0) return 'rule_empty'
  if (given.length > limits.dates) return 'rule_too_many'
  return given.at(-1)! > last ? 'rule_too_long' : null
}

/** The first dates the rule gives, in civil time; null when it cannot be followed. A day on which the hour is missing is left out. */
function firstOf({ rule, zone, startsLocal }: Timing, most: number, until?: Date): string[] | null {
  const parts = partsOf(rule ?? '')
  const bounds = { most, until: until?.getTime() ?? Infinity }
  try {
    const byDays = parts && firstByDays({ parts, zone, startsLocal }, bounds)
    return byDays ?? firstByLibrary(`DTSTART;TZID=${zone}:${stampOf(startsLocal)}\nRRULE:${rule}`, bounds)
  } catch {
    return null
  }
}

const stampOf = (local: string) => local.replace(/[-:]/g, '').replace(' ', 'T')

function firstByLibrary(rruleString: string, { most, until }: { most: number; until: number }): string[] {
  const made = new RRuleTemporal({ rruleString, maxIterations: 2000, cache: false })
  const isWanted = (at: { epochMilliseconds: number }, index: number) =>
    index < most && at.epochMilliseconds <= until
  return made.all(isWanted).map((at) => localOf(at.toPlainDateTime()))
}

/** Every date up to an instant, in order: what the rule gives but the exceptions, and what was added by hand. */
export function datesUntil(timing: Timing, until: Date): Planned[] {
  const { rule, zone, startsLocal, exceptions, additions } = timing
  const given = rule ? (firstOf(timing, limits.dates, until) ?? []) : [startsLocal]
  const locals = [...new Set([...given, ...additions])].filter((local) => !exceptions.includes(local))
  return locals
    .map((local) => plannedAt({ ...timing, zone }, local))
    .filter(({ startsAt }) => startsAt <= until)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

type Length = Pick<Timing, 'startsLocal' | 'endsLocal'>

/** A date that begins at a civil time. Where that hour is missing it begins as much later; where it comes twice, the first. */
export function plannedAt({ zone, ...timing }: Length & { zone: string }, local: string): Planned {
  const start = civilOf(local)
  const end = start + civilOf(timing.endsLocal) - civilOf(timing.startsLocal)
  const [startsAt, endsAt] = [steadyInstant(zone, start), steadyInstant(zone, end)]
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return placed(zone, local, lengthOf(timing))
  return {
    originalLocal: local,
    startsLocal: shown(start),
    endsLocal: shown(end),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }
}

const lengthOf = ({ startsLocal, endsLocal }: Length) =>
  plain(startsLocal).until(plain(endsLocal), { largestUnit: 'day' })

function placed(zone: string, local: string, lasts: Temporal.Duration): Planned {
  const start = plain(local).toZonedDateTime(zone, { disambiguation: 'compatible' })
  const begins = start.toPlainDateTime()
  const ends = begins.add(lasts).toZonedDateTime(zone, { disambiguation: 'compatible' })
  const isBackwards = ends.epochMilliseconds <= start.epochMilliseconds
  const end = isBackwards ? start.add(lasts) : ends
  return {
    originalLocal: local,
    startsLocal: localOf(begins),
    endsLocal: localOf(end.toPlainDateTime()),
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(end.epochMilliseconds),
  }
}

/** Whether the clocks of the zone skip this time: then what begins at it begins later. */
export function isSkipped(local: string, zone: string): boolean {
  const asked = plain(local)
  return !asked.equals(asked.toZonedDateTime(zone).toPlainDateTime())
}

/** How many dates fall in the fullest week. */
export function mostInAWeek(dates: Planned[]): number {
  const weeks = new Map<string, number>()
  for (const { startsLocal } of dates) {
    const day = plain(startsLocal).toPlainDate()
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).toString()
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1)
  }
  return Math.max(0, ...weeks.values())
}

export const horizonFrom = (now: Date) => new Date(now.getTime() + limits.horizonDays * 86_400_000)

const plain = (local: string) => Temporal.PlainDateTime.from(local.replace(' ', 'T'))

/** `2026-11-28 18:00:00`, as Postgres writes it. */
export function localOf(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replace('T', ' ')
}

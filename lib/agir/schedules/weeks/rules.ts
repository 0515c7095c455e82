import { civilOf, shown, steadyInstant } from '../clocks/rules'

/** In the order of the week; RFC 5545's own names. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

const day = 86_400_000
/** Ten years: no series lasts as long, and what asks for the year 300,000 is not worked out. */
const longest = 3653 * day

type Series = { parts: Record<string, string>; zone: string; startsLocal: string }
type Bounds = { most: number; until: number }

/**
 * The first dates of what comes back every so many days or weeks (RFC 5545, 3.3.10), worked out by adding days: nearly all
 * that repeats does so, and thousands of them are written down at a time. Null for any other rule, and where a date or
 * its beginning falls on hours in which clocks change: the calendar library knows.
 */
export function firstByDays({ parts, zone, startsLocal }: Series, { most, until }: Bounds): string[] | null {
  const { FREQ, INTERVAL = '1', BYDAY, WKST = 'MO', COUNT = 'Infinity', UNTIL, ...others } = parts
  const days = BYDAY?.split(',').map(placeOf)
  const first = placeOf(WKST)
  if (Object.keys(others).length > 0 || first < 0 || days?.includes(-1)) return null
  if (FREQ !== 'WEEKLY' && (FREQ !== 'DAILY' || days)) return null
  const last = UNTIL ? untilOf(UNTIL) : Infinity
  if (last === null) return null

  const start = civilOf(startsLocal)
  if (steadyInstant(zone, start) === null) return null
  const length = FREQ === 'DAILY' ? 1 : 7
  const steps = FREQ === 'DAILY' ? [0] : stepsOf(days ?? [placeOfDay(start)], first)
  const from = FREQ === 'DAILY' ? start : start - stepOf(placeOfDay(start), first) * day
  const dates: string[] = []
  for (let turn = 0; ; turn += Number(INTERVAL) * length)
    for (const step of steps) {
      const civil = from + (turn + step) * day
      if (civil < start) continue
      const at = civil - start < longest ? steadyInstant(zone, civil) : null
      if (at === null) return null
      if (dates.length >= Math.min(most, Number(COUNT)) || at > Math.min(last, until)) return dates
      dates.push(shown(civil))
    }
}

const placeOf = (name: string) => weekdays.findIndex((one) => one === name)
const placeOfDay = (civil: number) => (new Date(civil).getUTCDay() + 6) % 7
const stepOf = (place: number, first: number) => (place - first + 7) % 7
const stepsOf = (days: number[], first: number) =>
  [...new Set(days.map((place) => stepOf(place, first)))].sort((one, other) => one - other)

/** `20261201T225959Z` → its instant; null for a day without its time, which is one of no zone. */
function untilOf(until: string): number | null {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(until)
  if (!found) return null
  const [, year, month, of, hour, minute, second] = found
  return Date.parse(`${year}-${month}-${of}T${hour}:${minute}:${second}Z`)
}

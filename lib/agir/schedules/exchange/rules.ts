import { Temporal } from 'temporal-polyfill'
import { weekdays } from '../weeks/rules'
import { datesUntil, partsOf, type Timing } from '../rules'

type Series = Omit<Timing, 'additions'>
type Written = { originalLocal: string; startsLocal: string; isOn: boolean }

const forEver = new Date(8.64e15)
const steps: Record<string, string> = { DAILY: 'D', WEEKLY: 'W', MONTHLY: 'M', YEARLY: 'Y' }
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * A series as schema.org says it: how often, on which days, from when until when, and but for which dates. Null for a single
 * date, and for a rule that schema.org has no words for.
 */
export function scheduleSaid({ zone, startsLocal, endsLocal, rule, exceptions }: Series, dates: Written[]) {
  const parts = rule === null ? null : partsOf(rule)
  const step = parts && steps[parts.FREQ!]
  if (!step || parts.BYSETPOS) return null
  const timing = { zone, startsLocal, endsLocal, rule, exceptions: [], additions: [] }
  const given = datesUntil(timing, forEver)
  const [first, last] = [given[0], given.at(-1)]
  if (!first || !last) return null
  const gone = new Set([
    ...exceptions,
    ...dates.filter(isElsewhere).map(({ originalLocal }) => originalLocal),
  ])
  const left = given.filter(({ originalLocal }) => gone.has(originalLocal))
  const months = parts.BYMONTH?.split(',').map(Number)
  const monthDays = parts.BYMONTHDAY?.split(',').map(Number)
  const days = daysOf(parts, first.startsLocal)
  return {
    '@type': 'Schedule',
    repeatFrequency: `P${parts.INTERVAL ?? '1'}${step}`,
    ...(days && { byDay: days }),
    ...(monthDays && { byMonthDay: monthDays }),
    ...(months && { byMonth: months }),
    ...(parts.COUNT && { repeatCount: given.length }),
    startDate: dayOf(first.startsLocal),
    endDate: dayOf(last.startsLocal),
    startTime: startsLocal.slice(11),
    endTime: endsLocal.slice(11),
    duration: lengthOf(startsLocal, endsLocal),
    scheduleTimezone: zone,
    ...(left.length > 0 && { exceptDate: left.map(({ startsAt }) => startsAt.toISOString()) }),
  }
}

/** Called off, without a new time, or at another one: what the rule says is not so for this date. */
const isElsewhere = ({ originalLocal, startsLocal, isOn }: Written) => !isOn || originalLocal !== startsLocal

/** Days by their name, but for those of RFC 5545 that only it can say: `2TU`, the second Tuesday. */
function daysOf({ FREQ, BYDAY }: Record<string, string>, startsLocal: string): string[] | null {
  if (BYDAY) return BYDAY.split(',').map((day) => nameOf(weekdays.findIndex((one) => one === day)) ?? day)
  if (FREQ !== 'WEEKLY') return null
  return [nameOf(Temporal.PlainDate.from(dayOf(startsLocal)).dayOfWeek - 1)!]
}

const nameOf = (at: number) => (at < 0 ? null : `https://schema.org/${names[at]}`)
const dayOf = (local: string) => local.slice(0, 10)

function lengthOf(startsLocal: string, endsLocal: string): string {
  const [start, end] = [startsLocal, endsLocal].map((local) =>
    Temporal.PlainDateTime.from(local.replace(' ', 'T')),
  )
  return start!.until(end!, { largestUnit: 'hour' }).toString()
}

import { Temporal } from 'temporal-polyfill'
import { partsOf } from '../rules'
import { type Weekday, weekdays } from '../weeks/rules'

/** How often something comes back, as a form asks for it. */
export const repeats = [
  'once',
  'weekly',
  'monthly_day',
  'monthly_last_day',
  'monthly_weekday',
  'monthly_last_weekday',
] as const
export type Repeat = (typeof repeats)[number]

export type Asked = {
  repeat: Repeat
  /** Every week or month, every second one … */
  every: number
  days: Weekday[]
  ends: { until: string } | { count: number }
}

/** The rule a form stands for (RFC 5545), in the zone it is said in; null for a single date. */
export function ruleOf(
  { repeat, every, days, ends }: Asked,
  startsLocal: string,
  zone: string,
): string | null {
  if (repeat === 'once') return null
  const start = Temporal.PlainDate.from(startsLocal.slice(0, 10))
  const own = weekdays[start.dayOfWeek - 1]!
  const by: Record<Exclude<Repeat, 'once'>, string> = {
    weekly: `BYDAY=${(days.length > 0 ? inOrder(days) : [own]).join(',')}`,
    monthly_day: `BYMONTHDAY=${start.day}`,
    monthly_last_day: 'BYMONTHDAY=-1',
    monthly_weekday: `BYDAY=${Math.ceil(start.day / 7)}${own}`,
    monthly_last_weekday: `BYDAY=-1${own}`,
  }
  return [
    `FREQ=${repeat === 'weekly' ? 'WEEKLY' : 'MONTHLY'}`,
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    by[repeat],
    'count' in ends ? `COUNT=${ends.count}` : `UNTIL=${endOf(ends.until, zone)}`,
  ].join(';')
}

const inOrder = (days: Weekday[]) => weekdays.filter((day) => days.includes(day))

/** The last second of a day, as RFC 5545 wants it beside a zone: in universal time. */
function endOf(day: string, zone: string): string {
  const end = Temporal.PlainDateTime.from(`${day}T23:59:59`).toZonedDateTime(zone).toInstant()
  return end.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

/** What a rule says, to be said in words; null when no form of ours makes such a rule. */
export function readRule(rule: string, zone: string) {
  const parts = partsOf(rule)
  if (!parts) return null
  const { FREQ, INTERVAL = '1', BYDAY, BYMONTHDAY, COUNT, UNTIL, ...others } = parts
  if (Object.keys(others).length > 0) return null
  const ends = {
    every: Number(INTERVAL),
    count: COUNT ? Number(COUNT) : null,
    until: UNTIL ? dayOf(UNTIL, zone) : null,
  }
  if (FREQ === 'WEEKLY' && BYDAY && !BYMONTHDAY) {
    const days = BYDAY.split(',').filter((day): day is Weekday => weekdays.some((one) => one === day))
    return { repeat: 'weekly' as const, days, nth: null, ...ends }
  }
  if (FREQ !== 'MONTHLY') return null
  if (BYMONTHDAY === '-1') return { repeat: 'monthly_last_day' as const, days: [], nth: null, ...ends }
  if (BYMONTHDAY) return { repeat: 'monthly_day' as const, days: [], nth: Number(BYMONTHDAY), ...ends }
  const [, nth, day] = /^(-?\d)([A-Z]{2})$/.exec(BYDAY ?? '') ?? []
  const weekday = weekdays.find((one) => one === day)
  if (!weekday) return null
  const repeat = nth === '-1' ? ('monthly_last_weekday' as const) : ('monthly_weekday' as const)
  return { repeat, days: [weekday], nth: Number(nth), ...ends }
}
export type ReadRule = NonNullable<ReturnType<typeof readRule>>

/** The day, in the zone, up to which a rule runs. */
function dayOf(until: string, zone: string): string {
  const [date, time] = [until.slice(0, 8), until.slice(9, 15)]
  const day = Temporal.PlainDate.from(date)
  if (!time) return day.toString()
  const at = Temporal.Instant.from(
    `${day.toString()}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`,
  )
  return at.toZonedDateTimeISO(zone).toPlainDate().toString()
}

import { Temporal } from 'temporal-polyfill'
import { datesUntil, localOf, type Timing, timingRefusal } from '../../../schedules/rules'
import { type CalendarProperties, type CalendarProperty, type CalendarRecord, lastOf } from '../rules'

type Span = [begins: string, ends: string]
/** Where an event begins: dates said without an hour are at its hour. */
type Start = { begins: Temporal.PlainDateTime; zone: string | null; isDay: boolean }

const limits = { months: 12, named: 1000 } as const
const unreadable: Span[] = [['unreadable', 'unreadable']]

/** When an event begins and ends, each time within a year; none that can be read is one that cannot. */
export function timesOf({ said, apart }: CalendarRecord): Span[] {
  const start = startOf(said)
  if (!start) return unreadable
  const [timing, changes] = [timingOf(said, start), changesIn(apart, start)]
  if (!timing || timingRefusal(timing) || !changes) return unreadable
  const until = start.begins.add({ months: limits.months }).toZonedDateTime('UTC').epochMilliseconds
  const exceptions = [...timing.exceptions, ...changes.map(({ instead }) => instead)]
  const regular = datesUntil({ ...timing, exceptions }, new Date(until)).map((date): Span => {
    const { startsAt, endsAt, startsLocal, endsLocal } = date
    const isFloating = start.zone === null
    return isFloating
      ? [isoOf(startsLocal), isoOf(endsLocal)]
      : [startsAt.toISOString(), endsAt.toISOString()]
  })
  return [...regular, ...changes.flatMap(({ times }) => times)]
}

function startOf(said: CalendarProperties): Start | null {
  const property = lastOf(said, 'DTSTART')
  const begins = property && civilIn(property.value)
  return begins ? { begins, zone: zoneOf(property), isDay: !property.value.includes('T') } : null
}

/** Null when a part of it cannot be read: people would come in vain to a date that was left out. */
function timingOf(said: CalendarProperties, start: Start): Timing | null {
  const { begins, zone } = start
  const ends = endOf(said, start)
  const [additions, exceptions] = [localsIn(said.RDATE, start), localsIn(said.EXDATE, start)]
  if (!ends || !additions || !exceptions) return null
  const rule = lastOf(said, 'RRULE')
  return {
    zone: zone ?? 'UTC',
    startsLocal: localOf(begins),
    endsLocal: localOf(ends),
    rule: rule ? bounded(rule.value, begins) : null,
    exceptions,
    additions,
  }
}

type Change = { instead: string; times: Span[] }

/** What is said of single dates: which it was, and when it is instead, unless it is called off. */
function changesIn(apart: CalendarProperties[], start: Start): Change[] | null {
  if (apart.length > limits.named) return null
  const read = apart.map((said): Change | null => {
    const instead = localsIn(said['RECURRENCE-ID'], start)?.[0]
    if (!instead) return null
    const isOff = lastOf(said, 'STATUS')?.value.toUpperCase() === 'CANCELLED'
    const { RRULE: _rule, RDATE: _added, EXDATE: _left, ...once } = said
    const times = isOff ? [] : timesOf({ said: once, apart: [] })
    return times === unreadable ? null : { instead, times }
  })
  return read.some((one) => one === null) ? null : (read as Change[])
}

/** A rule that never ends is followed for a year. */
function bounded(rule: string, begins: Temporal.PlainDateTime): string {
  if (/(^|;)(COUNT|UNTIL)=/.test(rule)) return rule
  const until = begins.add({ months: limits.months }).subtract({ days: 1 })
  return `${rule};UNTIL=${until.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`
}

/** Null: the clocks of whoever reads it. */
function zoneOf({ value, parameters }: CalendarProperty): string | null {
  if (value.endsWith('Z')) return 'UTC'
  const zone = parameters.TZID
  if (!zone) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** `20261128T180000` or a day, as the clock on the wall shows it. */
function civilIn(value: string): Temporal.PlainDateTime | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value.trim()) ?? []
  try {
    return year ? Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`) : null
  } catch {
    return null
  }
}

/** What says no end lasts an hour, and a day its day. */
function endOf(said: CalendarProperties, { begins, isDay }: Start): Temporal.PlainDateTime | null {
  const [end, lasts] = [lastOf(said, 'DTEND')?.value, lastOf(said, 'DURATION')?.value]
  if (end) return civilIn(end)
  try {
    return begins.add(lasts ? Temporal.Duration.from(lasts) : isDay ? { hours: 23 } : { hours: 1 })
  } catch {
    return null
  }
}

/** The dates some lines name, on the clocks of the event; null when one of them cannot be read. A period is its beginning. */
function localsIn(lines: CalendarProperty[] | undefined, start: Start): string[] | null {
  const named = (lines ?? []).flatMap((line) =>
    line.value.split(',').map((said) => ({ value: said.split('/')[0]!, parameters: line.parameters })),
  )
  if (named.length > limits.named) return null
  const read = named.map((one) => localIn(one, start))
  return read.some((one) => one === null) ? null : (read as string[])
}

function localIn(named: CalendarProperty, { begins, zone }: Start): string | null {
  const said = civilIn(named.value)
  if (!said) return null
  if (!named.value.includes('T')) return localOf(said.withPlainTime(begins))
  const own = zoneOf(named)
  const isElsewhere = own !== null && zone !== null && own !== zone
  return localOf(isElsewhere ? said.toZonedDateTime(own).withTimeZone(zone).toPlainDateTime() : said)
}

const isoOf = (local: string) => local.replace(' ', 'T')

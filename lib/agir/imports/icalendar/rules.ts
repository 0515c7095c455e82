import { Temporal } from 'temporal-polyfill'
import { datesUntil, localOf, timingRefusal } from '../../schedules/rules'

/** One event of a calendar (RFC 5545): each property with its parameters, the last of a name. */
export type CalendarRecord = Record<string, { value: string; parameters: Record<string, string> }>

/** The events of a calendar in order; null when it is none. What is within an event, such as an alarm, is not the event. */
export function eventsIn(text: string): CalendarRecord[] | null {
  const whole = text.replace(/^\ufeff/, '').replace(/\r?\n[ \t]/g, '')
  if (!/^BEGIN:VCALENDAR\s/i.test(whole)) return null
  return [...whole.matchAll(/^BEGIN:VEVENT\r?\n([^]*?)^END:VEVENT\r?$/gim)].map(([, inside]) =>
    Object.assign({}, ...withoutParts(inside!).split(/\r?\n/).map(propertyIn)),
  )
}

const withoutParts = (event: string) => event.replace(/^BEGIN:(\w+)\r?\n[^]*?^END:\1\r?$/gim, '')

/** `DTSTART;TZID=Europe/London:20261128T180000`. A colon within quotes is none. */
function propertyIn(line: string): CalendarRecord {
  const parts = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(line)
  if (!parts) return {}
  const [, name, said, value] = parts as unknown as [string, string, string, string]
  const pairs = [...said.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))/g)]
  const parameters = Object.fromEntries(
    pairs.map(([, key, quoted, plain]) => [key!.toUpperCase(), quoted ?? plain ?? '']),
  )
  return { [name.toUpperCase()]: { value, parameters } }
}

/** Text as it was before a calendar escaped it. */
export const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign))

const horizon = { months: 12 } as const
const unreadable: [string, string][] = [['unreadable', 'unreadable']]

/** When an event begins and ends, each time its rule gives within a year, as instants; none that can be read is one that cannot. */
export function timesOf(event: CalendarRecord): [begins: string, ends: string][] {
  const { DTSTART: start, DTEND: end, DURATION: lasts, RRULE: rule } = event
  const begins = start && civilIn(start.value)
  if (!begins) return unreadable
  const zone = zoneOf(start)
  const ends = endOf(begins, { end: end?.value, lasts: lasts?.value, isDay: !start.value.includes('T') })
  if (!ends) return unreadable
  const timing = {
    zone: zone ?? 'UTC',
    startsLocal: localOf(begins),
    endsLocal: localOf(ends),
    rule: rule ? bounded(rule.value, begins) : null,
    exceptions: exceptionsOf(event),
    additions: [],
  }
  if (timingRefusal(timing)) return unreadable
  const until = new Date(begins.add(horizon).toZonedDateTime('UTC').epochMilliseconds)
  return datesUntil(timing, until).map(({ startsAt, endsAt, startsLocal, endsLocal }) =>
    zone === null ? [isoOf(startsLocal), isoOf(endsLocal)] : [startsAt.toISOString(), endsAt.toISOString()],
  )
}

/** A rule that never ends is followed for a year. */
function bounded(rule: string, begins: Temporal.PlainDateTime): string {
  if (/(^|;)(COUNT|UNTIL)=/.test(rule)) return rule
  const until = begins.add(horizon).subtract({ days: 1 })
  return `${rule};UNTIL=${until.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`
}

/** Null: the clocks of whoever reads it. */
function zoneOf({ value, parameters }: CalendarRecord[string]): string | null {
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

type Ending = { end: string | undefined; lasts: string | undefined; isDay: boolean }

/** What says no end lasts an hour, and a day its day. */
function endOf(begins: Temporal.PlainDateTime, { end, lasts, isDay }: Ending): Temporal.PlainDateTime | null {
  if (end) return civilIn(end)
  try {
    return begins.add(lasts ? Temporal.Duration.from(lasts) : isDay ? { hours: 23 } : { hours: 1 })
  } catch {
    return null
  }
}

function exceptionsOf({ EXDATE }: CalendarRecord): string[] {
  const said = EXDATE ? EXDATE.value.split(',').map(civilIn) : []
  return said.flatMap((at) => (at ? [localOf(at)] : []))
}

const isoOf = (local: string) => local.replace(' ', 'T')

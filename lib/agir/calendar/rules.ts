import { Temporal } from 'temporal-polyfill'
import type { DateState } from '../dates/rules'
import { escaped, folded, utc } from '../../icalendar/rules'
import { civilAt } from '../schedules/clocks/rules'

export type CalendarDate = {
  /** The date's own: the same wherever and under whatever name it is served. */
  id: string
  title: string
  summary: string
  href: string
  place: string | null
  startsAt: Date
  endsAt: Date
  zone: string
  state: DateState
  /** Where it is one person's own calendar: how they stand to it. */
  status?: 'TENTATIVE' | 'CANCELLED'
  reason: string | null
  /** How often calendars had to be told anew: one that has it already replaces it by a higher one. */
  sequence: number
  changedAt: Date
}

/** Dates as an iCalendar (RFC 5545), on the clocks of the place, with what those clocks do in the meantime. */
export function calendarOf(name: string, dates: CalendarDate[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Agir//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...[...Map.groupBy(dates, ({ zone }) => zone)].flatMap(([zone, held]) => zoneLines(zone, held)),
    ...dates.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

function statusOf({ state, status }: CalendarDate): string {
  return state === 'cancelled' ? 'CANCELLED' : (status ?? (state === 'postponed' ? 'TENTATIVE' : 'CONFIRMED'))
}

function eventLines(date: CalendarDate): string[] {
  const { id, title, summary, href, place, zone, reason, changedAt } = date
  return [
    'BEGIN:VEVENT',
    `UID:${id}@parvis`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART;TZID=${zone}:${civil(date.startsAt, zone)}`,
    `DTEND;TZID=${zone}:${civil(date.endsAt, zone)}`,
    `SEQUENCE:${date.sequence}`,
    `STATUS:${statusOf(date)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped([reason, summary, href].filter(Boolean).join('\n\n'))}`,
    `URL:${href}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'END:VEVENT',
  ]
}

/** What the clocks of a zone do from before the first date until after the last. */
function zoneLines(zone: string, dates: CalendarDate[]): string[] {
  const times = dates.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
  const from = at(Math.min(...times), zone)
  const until = at(Math.max(...times), zone)
  const changes: Temporal.ZonedDateTime[] = []
  let next = from.getTimeZoneTransition('previous') ?? from.getTimeZoneTransition('next')
  while (next && Temporal.ZonedDateTime.compare(next, until) <= 0 && changes.length < 40) {
    changes.push(next)
    next = next.getTimeZoneTransition('next')
  }
  const observed = changes.length > 0 ? changes.flatMap(changeLines) : still(from)
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observed, 'END:VTIMEZONE']
}

function changeLines(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ nanoseconds: 1 })
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  const wall = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${compact(wall)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(change)}`,
    `END:${kind}`,
  ]
}

const still = (time: Temporal.ZonedDateTime) => [
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  `TZOFFSETFROM:${offset(time)}`,
  `TZOFFSETTO:${offset(time)}`,
  'END:STANDARD',
]

const at = (time: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone)
const civil = (time: Date, zone: string) => utc(new Date(civilAt(zone, time.getTime()))).slice(0, -1)
const compact = (time: Temporal.PlainDateTime) =>
  time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
const offset = (time: Temporal.ZonedDateTime) => time.offset.replaceAll(':', '')

import { Temporal } from 'temporal-polyfill'
import { escaped, folded, utc } from '../../icalendar/rules'

export type CalendarEvent = {
  id: string
  title: string
  summary: string
  href: string
  place: string | null
  opensOn: string
  closesOn: string
  /** Where it happens at an hour rather than over days. */
  hour: string | null
  changedAt: Date
  /** How often its dates were changed: a calendar that has it already replaces it by a higher one. */
  sequence: number
  cancelReason: string | null
}
type Calendar = { name: string; host: string; timeZone: string; events: CalendarEvent[] }

/** An iCalendar (RFC 5545): days as days, hours as instants, so that no time zone has to be described. */
export function calendarOf({ name, host, timeZone, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Consultations//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    ...events.flatMap((event) => eventLines(event, host, timeZone)),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

function eventLines(event: CalendarEvent, host: string, timeZone: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${host}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    ...whenLines(event, timeZone),
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelReason === null ? 'CONFIRMED' : 'CANCELLED'}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped([event.cancelReason, event.summary, event.href].filter(Boolean).join('\n\n'))}`,
    `URL:${event.href}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The end of a day event is the day after. An hour lasts two where its end was not said. */
function whenLines({ opensOn, closesOn, hour }: CalendarEvent, timeZone: string): string[] {
  if (hour && opensOn === closesOn) {
    const start = Temporal.PlainDateTime.from(`${opensOn}T${hour}`).toZonedDateTime(timeZone)
    return [`DTSTART:${stamp(start)}`, `DTEND:${stamp(start.add({ hours: 2 }))}`]
  }
  const after = Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString()
  return [`DTSTART;VALUE=DATE:${plain(opensOn)}`, `DTEND;VALUE=DATE:${plain(after)}`]
}

const plain = (day: string) => day.replaceAll('-', '')
const stamp = (at: Temporal.ZonedDateTime) => utc(new Date(at.epochMilliseconds))

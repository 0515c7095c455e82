import { createHash } from 'node:crypto'
import { escaped, folded } from '../../icalendar/rules'

export type CalendarEntry = { id: string; dueAt: Date; summary: string; url: string; description: string }
type Calendar = { name: string; host: string; entries: CalendarEntry[]; now: Date; timeZone: string }

/** What is owed, as a calendar (RFC 5545): each duty on its last day. */
export function calendarOf({ name, host, entries, now, timeZone }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//engagements//FR',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => eventOf(entry, host, now, timeZone)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(
  { id, dueAt, summary, url, description }: CalendarEntry,
  host: string,
  now: Date,
  zone: string,
) {
  const lastDay = dayIn(new Date(dueAt.getTime() - 1), zone)
  return [
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${host}`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${lastDay}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at).replaceAll('-', '')
}

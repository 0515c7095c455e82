import { createHash } from 'node:crypto'
import { type Cell, csvOf } from '../../csv/rules'
import { escaped, folded } from '../../icalendar/rules'
import { type DutyKind, type Standing, standingOf } from '../rules'

const columns = [
  'kind',
  'standing',
  'due_at',
  'met_at',
  'waived_at',
  'waived_reason',
  'department',
  'district',
  'title',
  'address',
] as const
export type DutyColumn = (typeof columns)[number]

type Row = {
  kind: DutyKind
  dueAt: Date
  metAt: Date | null
  waivedAt: Date | null
  waivedReason: string | null
  departmentId: string | null
  districtCode: string | null
  secondDistrictCode: string | null
  title: string
  slug: string
}
type Said = {
  column: (name: DutyColumn) => string
  kind: (kind: DutyKind) => string
  standing: (standing: Standing) => string
  department: (id: string) => string | null
  address: (slug: string) => string
}

/** What is owed and what was done, each line saying how it stands at this hour. */
export function dutiesAsCsv(duties: readonly Row[], said: Said, now: Date): string {
  const rows = duties.map((duty): Cell[] => [
    said.kind(duty.kind),
    said.standing(standingOf(duty, now)),
    duty.dueAt,
    duty.metAt,
    duty.waivedAt,
    duty.waivedReason,
    duty.departmentId && said.department(duty.departmentId),
    [duty.districtCode, duty.secondDistrictCode].filter(Boolean).join(' ') || null,
    duty.title,
    said.address(duty.slug),
  ])
  return csvOf(columns.map(said.column), rows)
}

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

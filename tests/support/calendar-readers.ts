import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { convertIcsCalendar } from 'ts-ics'

/** One date as somebody else's program understands it. */
export type Read = {
  id: string
  from: string
  until: string
  sequence: number
  status: string
  title: string
}

/** Three programs that have nothing in common: one follows the zones of the file, the others those they know by name. */
export const readers: Record<string, (text: string) => Read[]> = {
  'ical.js': (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return {
        id: event.uid,
        from: event.startDate.toJSDate().toISOString(),
        until: event.endDate.toJSDate().toISOString(),
        sequence: event.sequence,
        status: String(component.getFirstPropertyValue('status')),
        title: event.summary,
      }
    }),
  'node-ical': (text) =>
    Object.values(nodeIcal.sync.parseICS(text)).flatMap((part) =>
      part?.type === 'VEVENT'
        ? [
            {
              id: part.uid,
              from: part.start.toISOString(),
              until: part.end!.toISOString(),
              sequence: Number(part.sequence),
              status: String(part.status),
              title: String(part.summary),
            },
          ]
        : [],
    ),
  'ts-ics': (text) =>
    (convertIcsCalendar(undefined, text).events ?? []).map((event) => ({
      id: event.uid,
      from: instantOf(event.start),
      until: instantOf(event.end!),
      sequence: event.sequence ?? 0,
      status: String(event.status),
      title: event.summary,
    })),
}

type Civil = { date: Date; local?: { date: Date; timezone: string } | undefined }

/** ts-ics reads the clock on the wall and its zone. On the day of a change it takes the offset of another hour: asked anew. */
function instantOf({ date, local }: Civil): string {
  if (!local) return date.toISOString()
  const wall = Temporal.PlainDateTime.from(local.date.toISOString().replace('Z', ''))
  return new Date(wall.toZonedDateTime(local.timezone).epochMilliseconds).toISOString()
}

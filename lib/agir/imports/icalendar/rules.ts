export type CalendarProperty = { value: string; parameters: Record<string, string> }
/** What is said under each name, in order: a name may be said on several lines (RFC 5545). */
export type CalendarProperties = Record<string, CalendarProperty[]>
/** One event of a calendar, and what its source says of some of its dates apart. */
export type CalendarRecord = { said: CalendarProperties; apart: CalendarProperties[] }

/**
 * The events of a calendar, each with its place in it; null when it is none. What is within an event, such as an alarm, is not
 * the event; what changes one date of an event goes with it.
 */
export function eventsIn(text: string): { place: number; record: CalendarRecord }[] | null {
  const whole = text.replace(/^\ufeff/, '').replace(/\r?\n[ \t]/g, '')
  if (!/^BEGIN:VCALENDAR\s/i.test(whole)) return null
  const found = [...whole.matchAll(/^BEGIN:VEVENT\r?\n([^]*?)^END:VEVENT\r?$/gim)]
  const events = found.map(([, inside], index) => ({ place: index + 1, said: propertiesIn(inside!) }))
  const wholes = events.filter(({ said }) => !isApart(said))
  const ids = new Set(wholes.map(({ said }) => idOf(said)))
  const apart = new Map<string, CalendarProperties[]>()
  const alone = events.filter(({ said }) => isApart(said) && !ids.has(idOf(said)))
  for (const { said } of events.filter(({ said }) => isApart(said)))
    apart.set(idOf(said), [...(apart.get(idOf(said)) ?? []), said])
  return [
    ...wholes.map(({ place, said }) => ({ place, record: { said, apart: apart.get(idOf(said)) ?? [] } })),
    ...alone.map(({ place, said }) => ({ place, record: { said, apart: [] } })),
  ]
}

/** What is said under a name that has one line: the last, where there are more. */
export const lastOf = (said: CalendarProperties, name: string) => said[name]?.at(-1)

const idOf = (said: CalendarProperties) => lastOf(said, 'UID')?.value ?? ''
const isApart = (said: CalendarProperties) => lastOf(said, 'RECURRENCE-ID') !== undefined

function propertiesIn(event: string): CalendarProperties {
  const own = event.replace(/^BEGIN:(\w+)\r?\n[^]*?^END:\1\r?$/gim, '')
  const said: CalendarProperties = {}
  for (const line of own.split(/\r?\n/)) {
    const read = propertyIn(line)
    if (read) (said[read.name] ??= []).push(read.property)
  }
  return said
}

/** `DTSTART;TZID=Europe/London:20261128T180000`. A colon within quotes is none. */
function propertyIn(line: string): { name: string; property: CalendarProperty } | null {
  const parts = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/.exec(line)
  if (!parts) return null
  const [, name, said, value] = parts as unknown as [string, string, string, string]
  const pairs = [...said.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))/g)]
  const parameters = Object.fromEntries(
    pairs.map(([, key, quoted, plain]) => [key!.toUpperCase(), quoted ?? plain ?? '']),
  )
  return { name: name.toUpperCase(), property: { value, parameters } }
}

/** Text as it was before a calendar escaped it. */
export const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign))

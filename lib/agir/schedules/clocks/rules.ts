import { Temporal } from 'temporal-polyfill'

/** While the clocks of a zone are this many milliseconds ahead of universal time. */
type Span = { from: number; until: number; ahead: number }

/** No clock of these days is put back or forward by as much: a time as far from any change is there, and there once. */
const margin = 4 * 3_600_000
const mostSpans = 5000
const spans = new Map<string, Span[]>()
let known = 0

/** `2026-11-28 18:00:00` → what a clock that shows it counts, in milliseconds, as if the zone were universal time. */
export const civilOf = (local: string) => Date.parse(`${local.replace(' ', 'T')}Z`)

/** The other way round, as Postgres writes it. */
export const shown = (civil: number) => new Date(civil).toISOString().slice(0, 19).replace('T', ' ')

/**
 * The instant, in milliseconds, at which the clocks of a zone show a time; null within hours of a change, where it may be
 * skipped or come twice and the calendar library is asked. Each zone's changes are asked for once.
 */
export function steadyInstant(zone: string, civil: number): number | null {
  const spansOfZone = spans.get(zone) ?? []
  const found = spansOfZone.find((span) => isWithin(span, civil)) ?? learn(zone, spansOfZone, civil)
  return isWithin(found, civil) ? civil - found.ahead : null
}

function isWithin({ from, until, ahead }: Span, civil: number): boolean {
  const at = civil - ahead
  return at >= from + margin && at < until - margin
}

function learn(zone: string, spansOfZone: Span[], civil: number): Span {
  const roughly = Temporal.Instant.fromEpochMilliseconds(civil).toZonedDateTimeISO(zone)
  const there = roughly.subtract({ nanoseconds: roughly.offsetNanoseconds })
  const [before, after] = [
    there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous'),
    there.getTimeZoneTransition('next'),
  ]
  const span = {
    from: before?.epochMilliseconds ?? -Infinity,
    until: after?.epochMilliseconds ?? Infinity,
    ahead: there.offsetNanoseconds / 1e6,
  }
  if (spansOfZone.some(({ from }) => from === span.from)) return span
  if (known++ > mostSpans) {
    spans.clear()
    known = 1
  }
  spans.set(zone, [...(spans.get(zone) ?? []), span])
  return span
}

import { Temporal } from 'temporal-polyfill'

/** While the clocks of a zone are this many milliseconds ahead of universal time. */
type Span = { from: number; until: number; ahead: number }

/** No clock of these days is put back or forward by as much: a time as far from any change is there, and there once. */
const margin = 4 * 3_600_000
const mostSpans = 5000
const spans = new Map<string, Span[]>()
let count = 0

/** `2026-11-28 18:00:00` → what a clock that shows it counts, in milliseconds, as if the zone were universal time. */
export const civilOf = (local: string) => Date.parse(`${local.replace(' ', 'T')}Z`)

/** The other way round, as Postgres writes it. */
export const shown = (civil: number) => new Date(civil).toISOString().slice(0, 19).replace('T', ' ')

/**
 * The instant, in milliseconds, at which the clocks of a zone show a time; null within hours of a change, where it may be
 * skipped or come twice and the calendar library is asked.
 */
export function steadyInstant(zone: string, civil: number): number | null {
  const { from, until, ahead } = spanAt(zone, civil - spanAt(zone, civil).ahead)
  const at = civil - ahead
  return at >= from + margin && at < until - margin ? at : null
}

/** What the clocks of a zone show at an instant, both in milliseconds. */
export const civilAt = (zone: string, at: number) => at + spanAt(zone, at).ahead

/** Each zone's changes are asked for once. */
function spanAt(zone: string, at: number): Span {
  const known = spans.get(zone)?.find(({ from, until }) => at >= from && at < until)
  return known ?? learn(zone, at)
}

function learn(zone: string, at: number): Span {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const span = {
    from: there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    ahead: there.offsetNanoseconds / 1e6,
  }
  if (count++ === mostSpans) {
    spans.clear()
    count = 1
  }
  spans.set(zone, [...(spans.get(zone) ?? []), span])
  return span
}

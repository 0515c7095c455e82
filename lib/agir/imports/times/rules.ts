import type { FoundActivity } from '../found/input'

/**
 * A record as if all its dates came so many weeks later, at the same hours of the clock: an old file shows a city as lively as
 * it was. What cannot be read as a day is left as it is, and refused where it is read.
 */
export function weeksLater(found: FoundActivity, weeks: number): FoundActivity {
  if (weeks === 0) return found
  const moved = (said: string) => later(said.trim(), weeks)
  const times = found.times.map(([begins, ends]): [string, string] => [moved(begins), moved(ends)])
  return { ...found, times, until: found.until && moved(found.until) }
}

/** The hour stays that of the clock: an offset of the old day may not be that of the new one. */
const written = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+)?(?:[+-]\d{2}:?\d{2})?(Z?)$/

const day = 86_400_000

function later(said: string, weeks: number): string {
  const [, on, hour = '', utc = ''] = written.exec(said) ?? []
  const at = Date.parse(on ?? '')
  if (Number.isNaN(at) || dayOf(at) !== on) return said
  return `${dayOf(at + weeks * 7 * day)}${hour}${utc}`
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

import { Temporal } from 'temporal-polyfill'
import type { DemoIdea } from '../../../tenants/demo'
import type { Outline } from '../../../tenants/territory'
import type { RuleSet } from '../../rules/rules'

const minute = 60_000
const day = 1440 * minute

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * day)

/** Between 0 and 1, always the same for the same words: two starts plant the same city. */
export function chance(words: string): number {
  let hash = 2166136261
  for (const letter of words) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

/** When a demo idea was published, or handed in where it never was, so that what is said of it is true today. */
export function beginningOf(idea: DemoIdea, rules: RuleSet, now: Date): Date {
  const lasted = 25 + 45 * chance(idea.title)
  if (idea.stage === 'open') return publishedToClose(daysBefore(now, -idea.left), rules, now)
  if (idea.stage === 'expired') return publishedToClose(daysBefore(now, idea.ago), rules, now)
  if (idea.stage === 'submitted') return daysBefore(now, idea.ago)
  if (idea.stage === 'refused') return daysBefore(now, idea.ago + 3)
  return daysBefore(now, idea.ago + (idea.stage === 'withdrawn' ? 20 : lasted))
}

/** The morning on which an idea must have been published for its last day to be that one. */
function publishedToClose(closing: Date, { rules, timeZone }: RuleSet, now: Date): Date {
  const lastDay = Temporal.Instant.fromEpochMilliseconds(closing.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const morning = Temporal.PlainTime.from({ hour: 9, minute: 41 })
  const published = lastDay.subtract(rules.duration).toZonedDateTime({ timeZone, plainTime: morning })
  return new Date(Math.min(published.epochMilliseconds, now.getTime() - 10 * minute))
}

/**
 * Which of the actors wrote it, so that each of them has something of their own to look after. The first has nothing
 * running, and so may deposit whatever a city allows.
 */
export function actorOf(ideas: DemoIdea[], place: number): number | null {
  const idea = ideas[place]!
  const { stage } = idea
  const isFirst = ideas.findIndex((one) => one.stage === stage) === place
  if (idea.stage === 'open' && idea.actor !== undefined) return idea.actor
  if (stage === 'open') return ideas.findLastIndex((one) => one.stage === stage) === place ? 2 : null
  return isFirst
    ? ({ submitted: 1, expired: 0, refused: 1, reached: 2, certified: 0, withdrawn: 1 } as const)[stage]
    : null
}

/** How many supports it has: a share of its threshold, never by accident the whole of it. */
export function gatheredBy(idea: DemoIdea, threshold: number): number {
  if (idea.stage === 'reached' || idea.stage === 'certified') return threshold + idea.extra
  if (idea.stage === 'submitted' || idea.stage === 'refused') return 0
  return idea.supports ?? Math.max(3, Math.min(threshold - 5, Math.round(threshold * (idea.share ?? 0))))
}

/** The days on which so many supports came, from its publication on: more of them at the beginning. */
export function daysOfSupport(from: Date, until: Date, count: number): string[] {
  const lasted = until.getTime() - from.getTime()
  return Array.from({ length: count }, (_, turn) =>
    new Date(from.getTime() + lasted * ((turn + 0.5) / count) ** 1.3).toISOString().slice(0, 10),
  )
}

/** Somewhere in a district, always the same for the same words. */
export function pointIn(outline: Outline, words: string): { longitude: number; latitude: number } {
  const ring = (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates[0]!)[0]!
  const [longitudes, latitudes] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const within = (values: number[], key: string) => {
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return least + (most - least) * chance(key)
  }
  for (let attempt = 0; attempt < 200; attempt++) {
    const longitude = within(longitudes, `${words}${attempt}x`)
    const latitude = within(latitudes, `${words}${attempt}y`)
    if (isInside(ring, longitude, latitude)) return { longitude, latitude }
  }
  return { longitude: ring[0]![0], latitude: ring[0]![1] }
}

function isInside(ring: [number, number][], x: number, y: number): boolean {
  const crossings = ring.slice(1).filter(([x2, y2], before) => {
    const [x1, y1] = ring[before]!
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
  })
  return crossings.length % 2 === 1
}

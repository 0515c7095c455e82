import type { Rules } from '../../../tenants/rules'
import type { Tenant } from '../../../tenants/tenant'
import { thresholdOf } from '../rules'

/** A threshold and the time given to reach it, which past ideas are held against. */
export type Trial = {
  threshold: number
  duration: Rules['duration']
  /** Where one district is concerned, it may be fewer. */
  districts?: Record<string, number>
}

export const trialKinds = ['inForce', 'drafted', 'tried'] as const
export type TrialKind = (typeof trialKinds)[number]
export type NamedTrial = Trial & { kind: TrialKind }

/** What past ideas would have come to under a rule. `days`: after how many days, how many of them reached it that day. */
export type Result = {
  reached: number
  missed: number
  /** The time of the rule was not over for them: still running, or closed sooner than it would have been. */
  unknown: number
  days: { after: number; count: number }[]
  /** Imported ideas have a total and no dates: those whose total is enough, whatever the time. */
  importedReached: number
}

export function trialOf({ ideas, population }: Pick<Tenant, 'ideas' | 'population'>): Trial {
  const { threshold, duration } = ideas
  const own = threshold.mode === 'districts' ? { districts: threshold.districts } : {}
  return { threshold: thresholdOf(ideas, population), duration, ...own }
}

/** The rules to compare, each once: what is in force, what a draft makes of it, what is being tried. */
export function trialsOf(inForce: Trial, drafted: Trial | null, tried: Trial | null): NamedTrial[] {
  const named = [
    { kind: 'inForce' as const, ...inForce },
    ...(drafted ? [{ kind: 'drafted' as const, ...drafted }] : []),
    ...(tried ? [{ kind: 'tried' as const, ...tried }] : []),
  ]
  return named.filter((one, place) => named.findIndex((other) => isSameTrial(one, other)) === place)
}

export function isSameTrial(one: Trial, other: Trial): boolean {
  const said = ({ threshold, duration, districts }: Trial) =>
    JSON.stringify([threshold, duration, Object.entries(districts ?? {}).sort()])
  return said(one) === said(other)
}

/** About how many days: for the width of a chart alone, the calendar decides about ideas. */
export const daysIn = (duration: Rules['duration']) =>
  'days' in duration ? duration.days : Math.ceil(duration.months * 30.5)

/** How many ideas had reached it so many days after they were published. */
export function reachedBy({ days }: Pick<Result, 'days'>, day: number): number {
  return days.reduce((sum, { after, count }) => (after <= day ? sum + count : sum), 0)
}

/** Within how many days half of those that reached it did; nothing when none did. */
export function halfReachedIn(result: Pick<Result, 'days' | 'reached'>): number | null {
  const half = Math.ceil(result.reached / 2)
  return half === 0 ? null : result.days.find(({ after }) => reachedBy(result, after) >= half)!.after
}

const rounds = [7, 14, 30, 60, 90, 120, 180, 270, 365, 540, 730]

/** The days at which a table is read: a handful, up to the longest of the durations. */
export function checkpoints(trials: Trial[]): number[] {
  const longest = Math.max(...trials.map(({ duration }) => daysIn(duration)))
  const within = rounds.filter((day) => day < longest * 0.9).slice(-6)
  return [...within, longest]
}

export type Point = { x: number; y: number }

/** Where a line turns as ideas reach a threshold one after the other: flat, then up. */
export function stepsOf(result: Pick<Result, 'days'>, until: number): Point[] {
  const turns = result.days.flatMap(({ after }) => [
    { x: after, y: reachedBy(result, after - 1) },
    { x: after, y: reachedBy(result, after) },
  ])
  return [{ x: 0, y: 0 }, ...turns, { x: until, y: reachedBy(result, until) }]
}

/** Numbers for an axis that starts at nothing: five at most, round, the last at least as large as what it has to hold. */
export function ticksTo(most: number): number[] {
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most / 4))))
  const step = [1, 2, 5, 10].map((times) => times * magnitude).find((one) => one * 4 >= most)!
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, turn) => turn * step)
}

/** One measured thing, as it is printed. */
export type Figure = {
  name: string
  value: number
  unit: string
  p50_ms?: number
  p95_ms?: number
  p99_ms?: number
  checks: Record<string, boolean | undefined>
  /** Whatever else the reader should know. */
  [detail: string]: unknown
}

/** The middle one of three runs, by `by`: one slow or lucky run changes nothing. */
export async function middleOfThree<Run>(run: () => Promise<Run>, by: (one: Run) => number): Promise<Run> {
  const runs = [await run(), await run(), await run()]
  return runs.sort((one, other) => by(one) - by(other))[1]!
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** How probable two samples are if they come from the same distribution (Kolmogorov and Smirnov). */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const below = (sample: readonly number[], limit: number) =>
    sample.filter((value) => value <= limit).length / sample.length
  const apart = Math.max(...[...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at))))
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length))
  const far = (size + 0.12 + 0.11 / size) * apart
  if (far < 0.3) return 1
  const terms = Array.from({ length: 100 }, (_, k) => (-1) ** k * Math.exp(-2 * (k + 1) ** 2 * far ** 2))
  return Math.min(1, Math.max(0, 2 * terms.reduce((sum, term) => sum + term, 0)))
}

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))

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

export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))

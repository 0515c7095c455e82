/**
 * Lets each city have at most 60 % of the connections at once, so that a crowd in one leaves room for the others.
 * Work beyond that waits in its own city's line.
 */
export function fairTurns(connections: number) {
  const share = Math.max(1, Math.floor(connections * 0.6))
  const running = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()

  return async function turn<Result>(city: string, work: () => Promise<Result>): Promise<Result> {
    if ((running.get(city) ?? 0) >= share) await new Promise<void>((go) => lineOf(city).push(go))
    else running.set(city, (running.get(city) ?? 0) + 1)
    try {
      return await work()
    } finally {
      leave(city)
    }
  }

  function lineOf(city: string) {
    const line = waiting.get(city) ?? []
    waiting.set(city, line)
    return line
  }

  /** Hands the place to the next in line, or gives it up. */
  function leave(city: string) {
    const next = waiting.get(city)?.shift()
    if (next) return next()
    waiting.delete(city)
    const left = (running.get(city) ?? 1) - 1
    if (left === 0) running.delete(city)
    else running.set(city, left)
  }
}

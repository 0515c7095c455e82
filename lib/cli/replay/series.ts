/** How a petition grew, as someone observed it from outside. */
export type Observation = { at: number; count: number }
export type Move = { at: number; kind: 'give' | 'takeBack' }

const line = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?[\t,;](\d{1,12})$/

/**
 * A time and a count a line, after a comma, a semicolon or a tab. Times name no zone: only what lies between two of them
 * matters. Lines without a count are left out; of two observations of one moment the larger is kept.
 */
export function readSeries(text: string): { observations: Observation[]; leftOut: number } {
  const lines = text.split(/\r?\n/).filter((one) => one.trim() !== '')
  const counts = new Map<number, number>()
  let leftOut = 0
  for (const [place, one] of lines.entries()) {
    const [, day, time, count] = line.exec(one.trim()) ?? []
    const at = Date.parse(`${day}T${time}Z`)
    if (Number.isNaN(at)) leftOut += place === 0 && !/\d{4}-/.test(one) ? 0 : 1
    else counts.set(at, Math.max(counts.get(at) ?? 0, Number(count)))
  }
  const observations = [...counts]
    .map(([at, count]) => ({ at, count }))
    .sort((one, other) => one.at - other.at)
  return { observations, leftOut }
}

/**
 * What happened between the observations: so many supports, evenly spread; where the count fell, as many taken back.
 * What had been gathered before the first is not played. `limit`: at most so many supports.
 */
export function* movesOf(observations: Observation[], limit: number): Generator<Move> {
  let given = 0
  let held = 0
  for (let place = 1; place < observations.length && given < limit; place++) {
    const [before, after] = [observations[place - 1]!, observations[place]!]
    const difference = after.count - before.count
    const step = (after.at - before.at) / Math.abs(difference)
    for (let turn = 1; turn <= Math.abs(difference); turn++) {
      if (difference > 0 && given === limit) return
      if (difference < 0 && held === 0) break
      if (difference > 0) given += 1
      held += Math.sign(difference)
      yield { at: before.at + step * turn, kind: difference > 0 ? 'give' : 'takeBack' }
    }
  }
}

/** How many distinct people the moves need. */
export function givesIn(observations: Observation[], limit: number): number {
  const rises = observations
    .slice(1)
    .map(({ count }, place) => Math.max(0, count - observations[place]!.count))
  return Math.min(
    limit,
    rises.reduce((sum, rise) => sum + rise, 0),
  )
}

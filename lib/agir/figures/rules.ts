/** Fewer people than this could be recognised: what they did is not told apart. */
export const smallestTold = 5

/** What is told of one theme or one district; null where it would point at somebody. */
export type Told = { key: string; activities: number; places: number | null; hours: number | null }
export type Counted = { key: string; activities: number; people: number; places: number; hours: number }

/**
 * Rows in which too few people took part tell nothing of them. Where one row alone would be kept back, what is missing from
 * the total would give it away: the smallest other one is kept back with it.
 */
export function withoutFew(rows: readonly Counted[]): Told[] {
  const isFew = ({ people }: Counted) => people > 0 && people < smallestTold
  const kept = new Set(rows.filter(isFew).map(({ key }) => key))
  if (kept.size === 1) {
    const others = rows.filter(({ key, people }) => people > 0 && !kept.has(key))
    const [smallest] = others.sort(
      (one, other) => one.people - other.people || (one.key < other.key ? -1 : 1),
    )
    if (smallest) kept.add(smallest.key)
  }
  return rows.map(({ key, activities, places, hours }) => ({
    key,
    activities,
    places: kept.has(key) ? null : places,
    hours: kept.has(key) ? null : Math.round(hours),
  }))
}

/** The year that is told: up to the day before, in whole days. */
export function yearBefore(now: Date): { from: Date; to: Date } {
  const day = 86_400_000
  const to = new Date(Math.floor(now.getTime() / day) * day)
  return { from: new Date(to.getTime() - 365 * day), to }
}

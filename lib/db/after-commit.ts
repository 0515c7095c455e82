import 'server-only'

type Work = (city: string) => void

const waiting = new WeakMap<object, Work[]>()

/** Done once what this transaction wrote is there for everyone, and not at all if it is undone. */
export function afterCommit(db: object, work: Work): void {
  const already = waiting.get(db)
  if (already) already.push(work)
  else waiting.set(db, [work])
}

/** Said by who opened the transaction. */
export function committed(db: object, city: string): void {
  for (const work of waiting.get(db) ?? []) work(city)
}

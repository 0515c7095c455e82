import { findCount } from '../../ideas/supports/queries'

type Count = Awaited<ReturnType<typeof findCount>>
type Kept = { until: number; count: Promise<Count> }

const freshFor = 1000
const mostKept = 10_000
const counts = new Map<string, Kept>()

/** The count of an idea, read from its row once a second at most however many ask. */
export function freshCount(tenant: { id: string }, ideaId: string): Promise<Count> {
  const id = `${tenant.id}/${ideaId}`
  const kept = counts.get(id)
  if (kept && kept.until > performance.now()) return kept.count
  const count = findCount(tenant, ideaId)
  if (counts.size >= mostKept) counts.delete(counts.keys().next().value!)
  counts.set(id, { until: performance.now() + freshFor, count })
  count.catch(() => counts.delete(id))
  return count
}

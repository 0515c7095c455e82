import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { invalidations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { countMatching } from '../queries'

/** How many proposals still wait: one whose voices have all changed since would take nothing out, and holds nothing up. */
export async function countWaiting(db: Db, ideaId: string): Promise<number> {
  const isWaiting = and(
    eq(invalidations.ideaId, ideaId),
    isNull(invalidations.confirmedAt),
    isNull(invalidations.reversedAt),
  )
  let waiting = 0
  for (const proposal of await db.select().from(invalidations).where(isWaiting))
    if ((await countMatching(db, ideaId, proposal)) > 0) waiting += 1
  return waiting
}

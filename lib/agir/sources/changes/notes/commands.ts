import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { sourceChanges } from '../../../../../drizzle/schema'
import type { Db } from '../../../../db'
import type { SourceWish } from '../../rules'

/** The source says something else of what was taken over here: it is put before who took it over, and nothing changes. */
export async function noteChange(
  db: Db,
  activityId: string,
  { wish, now }: { wish: SourceWish | null; now: Date },
): Promise<void> {
  const said = { kind: wish ? ('changed' as const) : ('gone' as const), wish, at: now }
  await db
    .insert(sourceChanges)
    .values({ activityId, ...said })
    .onConflictDoUpdate({
      target: [sourceChanges.tenantId, sourceChanges.activityId],
      targetWhere: sql`state = 'waiting'`,
      set: said,
    })
}

/** Gone at the source, once: whoever decided to keep it all the same is not asked again. */
export async function noteGone(db: Db, activityIds: string[], now: Date): Promise<void> {
  if (activityIds.length === 0) return
  const told = await db
    .select({ id: sourceChanges.activityId })
    .from(sourceChanges)
    .where(
      and(
        inArray(sourceChanges.activityId, activityIds),
        eq(sourceChanges.kind, 'gone'),
        inArray(sourceChanges.state, ['waiting', 'kept']),
      ),
    )
  const known = new Set(told.map(({ id }) => id))
  for (const id of activityIds.filter((one) => !known.has(one))) await noteChange(db, id, { wish: null, now })
}

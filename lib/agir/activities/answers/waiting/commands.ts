import 'server-only'
import { and, eq } from 'drizzle-orm'
import { activityRevisions } from '../../../../../drizzle/schema'
import type { Db } from '../../../../db'

/** What is wished of an activity waits beside what is public until it has been read, with what waited already. */
export async function keepBeside(
  db: Db,
  activityId: string,
  differing: Record<string, unknown>,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  const waiting = and(eq(activityRevisions.activityId, activityId), eq(activityRevisions.state, 'waiting'))
  const [before] = await db
    .update(activityRevisions)
    .set({ state: 'superseded' })
    .where(waiting)
    .returning({ wish: activityRevisions.wish })
  const wish = { ...before?.wish, ...differing }
  await db.insert(activityRevisions).values({ activityId, wish, byId: personId, at: now, state: 'waiting' })
}

import 'server-only'
import { and, eq } from 'drizzle-orm'
import { activities, ideaNeeds } from '../../../drizzle/schema'
import type { Db } from '../../db'

/** Where an idea comes from is kept from its first answer on, if what it names is in view. */
export async function keepNeed(
  db: Db,
  { ideaId, activityId, at }: { ideaId: string; activityId: string; at: Date },
): Promise<void> {
  const isShown = and(
    eq(activities.id, activityId),
    eq(activities.publication, 'published'),
    eq(activities.moderation, 'approved'),
  )
  if ((await db.$count(activities, isShown)) === 0) return
  await db.insert(ideaNeeds).values({ ideaId, activityId, at })
}

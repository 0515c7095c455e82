import 'server-only'
import { and, eq, gt, notInArray } from 'drizzle-orm'
import { activities, occurrences } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { holdActivity } from '../organisers/queries'

type Act = { activityId: string; personId: string; now: Date }
export const archivingRefusals = ['not_there', 'has_dates'] as const
export type ArchivingRefusal = (typeof archivingRefusals)[number]
type Result = Promise<Outcome<undefined, ArchivingRefusal>>

/** Put away once nobody is awaited any more: out of every list, its page stays for who has its address. */
export function archiveActivity(tenant: { id: string }, { activityId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const activity = await holdActivity(db, activityId, personId)
    if (activity?.publication !== 'published' || activity.moderation !== 'approved')
      return refused('not_there')
    const coming = and(
      eq(occurrences.activityId, activityId),
      gt(occurrences.endsAt, now),
      notInArray(occurrences.state, ['cancelled', 'postponed']),
    )
    if ((await db.$count(occurrences, coming)) > 0) return refused('has_dates')
    await db
      .update(activities)
      .set({ publication: 'archived', archivedAt: now, changedAt: now })
      .where(eq(activities.id, activityId))
    await changed(db, 'activities')
    return done(undefined)
  })
}

/** Taken out again, as it was read: new dates can be added. */
export function unarchiveActivity(tenant: { id: string }, { activityId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const activity = await holdActivity(db, activityId, personId)
    if (activity?.publication !== 'archived' || activity.moderation !== 'approved')
      return refused('not_there')
    await db
      .update(activities)
      .set({ publication: 'published', archivedAt: null, changedAt: now })
      .where(eq(activities.id, activityId))
    await changed(db, 'activities')
    return done(undefined)
  })
}

import 'server-only'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { activities, occurrences } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { endRegistrationsOf } from '../../registrations/commands'
import { settledAtOnceBefore, settledBefore } from '../rules'

/** Cancellations that can no longer be undone become final: from then on they are told. Returns how many. */
export function settleCancellations(tenant: { id: string }, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const due = await db
      .update(occurrences)
      .set({ settledAt: now })
      .where(
        and(
          eq(occurrences.state, 'cancelled'),
          isNull(occurrences.settledAt),
          or(
            lte(occurrences.stateChangedAt, settledBefore(now)),
            lte(occurrences.startsAt, settledAtOnceBefore(now)),
          ),
        ),
      )
      .returning()
    for (const { id, activityId, startsAt, zone, reason, stateChangedAt } of due) {
      await endRegistrationsOf(db, { occurrenceIds: [id], reason: reason ?? '', now })
      const [activity] = await db
        .select({ title: activities.title, slug: activities.slug })
        .from(activities)
        .where(eq(activities.id, activityId))
      const path = `/activites/${activity?.slug ?? activityId}`
      const about = { title: activity?.title, path, on: 'agir', activityId, reason }
      const detail = { ...about, from: startsAt, zone, batch: stateChangedAt }
      const by = { byId: null, byRole: 'system', visibility: 'public', at: now } as const
      await record(db, { kind: 'date_cancelled', aboutId: id, ...by, detail })
    }
    return due.length
  })
}

import 'server-only'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { activities, occurrences } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { endRegistrationsOf } from '../../registrations/commands'
import { placeOf, settledAtOnceBefore, settledBefore } from '../rules'

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
    for (const date of due) {
      const { id, activityId, reason } = date
      await endRegistrationsOf(db, { occurrenceIds: [id], reason: reason ?? '', now })
      const together = due.filter((one) => one.activityId === activityId).length
      const by = { byId: null, byRole: 'system', visibility: 'public', at: now } as const
      const detail = { ...(await saidOf(db, date)), together }
      await record(db, { kind: 'date_cancelled', aboutId: id, ...by, detail })
    }
    return due.length
  })
}

/** What is written of it, and where what is like it can be found instead. */
async function saidOf(db: Db, date: typeof occurrences.$inferSelect): Promise<Record<string, unknown>> {
  const { activityId, startsAt, zone, reason, stateChangedAt } = date
  const [activity] = await db.select().from(activities).where(eq(activities.id, activityId))
  const { title, slug } = activity!
  const path = slug ? `/activites?comme=${slug}` : '/activites'
  const when = { from: startsAt, startsTime: startsAt, zone, place: placeOf(date, activity!) }
  return { title, path, on: 'agir', activityId, reason, text: reason, ...when, batch: stateChangedAt }
}

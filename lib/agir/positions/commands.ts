import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { type activities, positions } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { positionsFor } from './rules'

type Activity = Pick<
  typeof activities.$inferSelect,
  'id' | 'roles' | 'capacity' | 'newcomerSeats' | 'hasWaitlist' | 'minAge'
>

/**
 * Dates to come for which nobody has ever asked begin again with what the activity says. The others keep what people
 * registered for, or what was said for them alone. Dates are held first, in the order of their ids, and looked at after: who came between is seen.
 */
export async function renewPositions(db: Db, activity: Activity, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  const held = await db.execute<{ id: string }>(sql`
    select id from occurrences where activity_id = ${activity.id}::uuid and starts_at > ${at}
      and state not in ('cancelled', 'done') and not has_own_roles order by id for no key update`)
  const ids = held.map(({ id }) => id)
  if (ids.length === 0) return
  const untouched = await db.execute<{ id: string }>(sql`
    select id from unnest(${`{${ids.join(',')}}`}::text::uuid[]) held (id)
    where not exists (select from registrations r where r.occurrence_id = held.id)
      and not exists (select from guest_requests g where g.occurrence_id = held.id)`)
  const free = untouched.map(({ id }) => id)
  if (free.length === 0) return
  await db.delete(positions).where(inArray(positions.occurrenceId, free))
  const rows = free.flatMap((occurrenceId) =>
    positionsFor(activity).map((one) => ({ ...one, occurrenceId, activityId: activity.id })),
  )
  await db.insert(positions).values(rows)
}

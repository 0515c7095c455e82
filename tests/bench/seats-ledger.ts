import { eq, sql } from 'drizzle-orm'
import { positions, registrations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../support/agir'

type City = { id: string }

/** A date in a month that anybody may join, with so many seats, and where to ask for one. */
export async function aDateWith(city: City, capacity: number) {
  const { id: activityId } = await anActivity(city, { minors: 'welcome' })
  const { positionId, id } = await aDate(city, activityId, new Date(Date.now() + 30 * 86_400_000), {
    capacity,
  })
  return { positionId, path: `/api/v1/dates/${id}/positions/${positionId}/registration` }
}

/** What is written of a position: how many have a seat, how many wait, and what its counts say. */
export function seatsOf(city: City, positionId: string) {
  return inTenant(city, async (db) => {
    const [held] = await db
      .select({
        confirmed: sql<number>`(count(*) filter (where state = 'confirmed'))::int`,
        waiting: sql<number>`(count(*) filter (where state = 'waitlisted'))::int`,
        people: sql<number>`count(distinct person_id)::int`,
        rows: sql<number>`count(*)::int`,
      })
      .from(registrations)
      .where(eq(registrations.positionId, positionId))
    const [counted] = await db.select().from(positions).where(eq(positions.id, positionId))
    return { ...held!, taken: counted!.seatsTaken, queued: counted!.waitingCount }
  })
}

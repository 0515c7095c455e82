import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { favourites } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { type ActivityCard, cardsOf } from '../finding/cards/queries'
import { takesPlace } from '../finding/queries'
import { isAlive } from '../registrations/queries'

/** The activities a reader keeps, by their ids; null once the session is over. */
export function listFavouriteIds(
  tenant: { id: string },
  session: { sessionId: string; personId: string },
): Promise<string[] | null> {
  return inTenant(tenant, async (db) => {
    if (!(await isAlive(db, session))) return null
    const kept = await db
      .select({ id: favourites.activityId })
      .from(favourites)
      .where(eq(favourites.personId, session.personId))
    return kept.map(({ id }) => id)
  })
}

export type Favourite = ActivityCard & { id: string; occurrenceId: string | null; isOver: boolean }

/** What somebody keeps, with what one can still come to first; what is hidden is not told. */
export function listFavourites(tenant: { id: string }, personId: string, now: Date): Promise<Favourite[]> {
  return inTenant(tenant, async (db) => {
    const at = sql`${now.toISOString()}::timestamptz`
    const kept = await db.execute<{ id: string; occurrenceId: string | null; isOver: boolean }>(sql`
      select a.id, next.id as "occurrenceId",
        a.publication <> 'published' or (next.id is null and a.kind <> 'standing_need') as "isOver"
      from favourites f join activities a on a.id = f.activity_id
      left join lateral (
        select id, starts_at from occurrences where activity_id = a.id and ends_at > ${at} and ${takesPlace}
        order by starts_at limit 1) next on true
      where f.person_id = ${personId}::uuid and a.moderation = 'approved'
      order by "isOver", next.starts_at nulls last, f.since desc`)
    return cardsOf(db, kept, now)
  })
}

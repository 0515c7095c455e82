import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { favourites, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { isPublic } from '../finding/queries'
import { type FavouriteRefusal, type Kept, mostFavourites } from './rules'

type Wish = { personId: string; activityId: string; kept: boolean; now: Date }

/** Keeps an activity among somebody's favourites, or takes it out. Asked twice, it is done once. */
export function keepFavourite(
  tenant: { id: string },
  { personId, activityId, kept, now }: Wish,
): Promise<Outcome<Kept, FavouriteRefusal>> {
  const own = and(eq(favourites.personId, personId), eq(favourites.activityId, activityId))
  return inTenant(tenant, async (db) => {
    if (!kept) {
      await db.delete(favourites).where(own)
      return done({ activityId, kept })
    }
    if (!(await isThere(db, activityId))) return refused('not_there')
    await db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    if ((await db.$count(favourites, eq(favourites.personId, personId))) >= mostFavourites)
      return refused('too_many_favourites')
    await db.insert(favourites).values({ personId, activityId, since: now }).onConflictDoNothing()
    return done({ activityId, kept })
  })
}

async function isThere(db: Db, activityId: string): Promise<boolean> {
  const [row] = await db.execute(
    sql`select 1 from activities a where a.id = ${activityId}::uuid and ${isPublic}`,
  )
  return row !== undefined
}

import 'server-only'
import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { occurrences } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { changed } from '../../../tenancy/freshness'
import { anew } from '../../dates/commands'
import { plannedAt } from '../rules'

type Work = { now: Date; edition: string; limit: number }
type Found = { seen: number; moved: number }

/**
 * States change what their clocks do: dates to come that were worked out with another edition of the tables are worked
 * out anew. The hour on the wall stays what was announced; calendars are told where the instant behind it is another.
 */
export function followZones(tenant: { id: string }, { now, edition, limit }: Work): Promise<Found> {
  return inTenant(tenant, async (db) => {
    const old = await db
      .select()
      .from(occurrences)
      .where(and(gt(occurrences.startsAt, now), ne(occurrences.zoneEdition, edition)))
      .orderBy(asc(occurrences.startsAt), asc(occurrences.id))
      .limit(limit)
      .for('update', { skipLocked: true })
    let moved = 0
    for (const date of old) moved += Number(await follow(db, date, { edition, now }))
    if (moved > 0) await changed(db, 'activities')
    return { seen: old.length, moved }
  })
}

async function follow(
  db: Db,
  date: typeof occurrences.$inferSelect,
  { edition, now }: Pick<Work, 'edition' | 'now'>,
): Promise<boolean> {
  const { startsAt, endsAt } = plannedAt(date, date.startsLocal)
  const isSame = +startsAt === +date.startsAt && +endsAt === +date.endsAt
  const change = isSame ? {} : { startsAt, endsAt, ...anew(now) }
  await db
    .update(occurrences)
    .set({ zoneEdition: edition, ...change })
    .where(eq(occurrences.id, date.id))
  return !isSame
}

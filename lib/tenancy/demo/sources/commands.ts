import 'server-only'
import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { activities, occurrences, sourceChanges } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

/** One activity came from the city's old calendar, which asks for another price since: its organisation has to say which. */
export async function plantSourceChange(db: Db, now: Date): Promise<void> {
  const [one] = await db
    .select()
    .from(activities)
    .where(and(isNotNull(activities.organisationId), eq(activities.publication, 'published')))
    .orderBy(asc(activities.title))
    .limit(1)
  if (!one) return
  const { id, title, summary, body, placeLabel, address, externalUrl } = one
  const row = { title, summary, body, placeLabel, address, externalUrl, price: one.price ? null : '5 €' }
  const since = { originSeenAt: daysBefore(now, 1), claimedAt: daysBefore(now, 20) }
  await db
    .update(activities)
    .set({ origin: 'agenda', originId: 'agenda-1', ...since })
    .where(eq(activities.id, id))
  const dates = await db.select().from(occurrences).where(eq(occurrences.activityId, id))
  const times = dates.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
  const wish = { row, times, isOver: false, hash: 'agenda-1' }
  await db.insert(sourceChanges).values({ activityId: id, kind: 'changed', wish, at: daysBefore(now, 1) })
}

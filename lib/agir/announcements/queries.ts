import 'server-only'
import { and, desc, eq, isNull, or } from 'drizzle-orm'
import { dateAnnouncements } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const mostShown = 20

/** What was told to those who come to a date, with what was told to all; the last first. Who may read it is asked before. */
export function listAnnouncements(tenant: { id: string }, date: { activityId: string; dateId: string }) {
  return inTenant(tenant, (db) => announcementsOf(db, date))
}
export type Announcement = Awaited<ReturnType<typeof listAnnouncements>>[number]

export function announcementsOf(db: Db, { activityId, dateId }: { activityId: string; dateId: string }) {
  const { id, body, at, occurrenceId } = dateAnnouncements
  return db
    .select({ id, body, at, occurrenceId })
    .from(dateAnnouncements)
    .where(
      and(eq(dateAnnouncements.activityId, activityId), or(eq(occurrenceId, dateId), isNull(occurrenceId))),
    )
    .orderBy(desc(at), desc(id))
    .limit(mostShown)
}

import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { callAnnouncements } from '../../../../drizzle/schema'
import type { Db } from '../../../db'

const mostShown = 20

/** What was told to those who come, the last first. Who may read it is asked before. */
export function announcementsOfCall(db: Db, callId: string) {
  const { id, body, at } = callAnnouncements
  return db
    .select({ id, body, at })
    .from(callAnnouncements)
    .where(eq(callAnnouncements.callId, callId))
    .orderBy(desc(at), desc(id))
    .limit(mostShown)
}
export type CallAnnouncement = Awaited<ReturnType<typeof announcementsOfCall>>[number]

import 'server-only'
import { desc, lt, sql } from 'drizzle-orm'
import { auditEvents } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const pageSize = 50
export type AuditEvent = typeof auditEvents.$inferSelect

/** The events of a city, the last one first; `before` goes on from the number where a page ended. */
export function listAudit(tenant: { id: string }, before: number | null) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select()
      .from(auditEvents)
      .where(before === null ? undefined : lt(auditEvents.seq, before))
      .orderBy(desc(auditEvents.seq))
      .limit(pageSize + 1)
    const events = rows.slice(0, pageSize)
    return {
      events,
      older: rows.length > pageSize ? events.at(-1)!.seq : null,
      broken: await firstBroken(db),
    }
  })
}

/** The number of the first event that was altered, or that follows a missing one; null while the chain holds. */
export async function firstBroken(db: Db): Promise<number | null> {
  const [row] = await db.execute<{ broken: number | null }>(sql`select app.first_broken_audit() as broken`)
  return row?.broken ?? null
}

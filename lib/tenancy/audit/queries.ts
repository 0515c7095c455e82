import 'server-only'
import { desc, lt, sql } from 'drizzle-orm'
import { auditEvents } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const pageSize = 50
export type AuditEvent = typeof auditEvents.$inferSelect

type Asked = { before: number | null; isNamed: boolean }

/**
 * The events of a city, the last one first; `before` goes on from the number where a page ended. Whoever only looks on
 * reads in which role each thing was done, and not by whom.
 */
export function listAudit(tenant: { id: string }, { before, isNamed }: Asked) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select()
      .from(auditEvents)
      .where(before === null ? undefined : lt(auditEvents.seq, before))
      .orderBy(desc(auditEvents.seq))
      .limit(pageSize + 1)
    const shown = rows.slice(0, pageSize)
    const events = isNamed ? shown : shown.map((event) => ({ ...event, actorName: '' }))
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

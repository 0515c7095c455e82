import 'server-only'
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { retentionRuns } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { dueAt } from './due/queries'
import { retentionRows } from './rules'

/** What would be forgotten if it were done now, and when it last was: nothing is touched. */
export function findRetention(tenant: Tenant, now: Date) {
  return inTenant(tenant, async (db) => {
    const rows = []
    for (const row of retentionRows) {
      let count = 0
      for (const { from, where } of dueAt(db, row, now)) count += await db.$count(from, where)
      const [last] = await db
        .select()
        .from(retentionRuns)
        .where(eq(retentionRuns.row, row))
        .orderBy(desc(retentionRuns.at))
        .limit(1)
      const [ever] = await db
        .select({ done: sql<number>`coalesce(sum(${retentionRuns.done}), 0)::int` })
        .from(retentionRuns)
        .where(and(eq(retentionRuns.row, row), gt(retentionRuns.done, 0)))
      rows.push({
        row,
        due: count,
        lastAt: last?.at ?? null,
        lastDone: last?.done ?? 0,
        ever: ever!.done,
      })
    }
    return rows
  })
}
export type RetentionReport = Awaited<ReturnType<typeof findRetention>>

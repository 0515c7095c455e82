import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { dataExports } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { csvOf } from '../../csv/rules'
import { inTenant } from '../../db'
import { done, type Outcome } from '../../outcome'
import { rowsOf } from './queries'
import { type ExportSubject, exportSubjects, fetchMinutes } from './rules'

type Asking = { personId: string; subject: ExportSubject; fields: string[]; reason: string; now: Date }

/** Writes down who wants which personal data and why. Nothing is read yet. */
export function askForExport(
  tenant: Tenant,
  { personId, now, ...asked }: Asking,
): Promise<Outcome<{ exportId: string }, never>> {
  const expiresAt = new Date(now.getTime() + fetchMinutes * 60_000)
  return inTenant(tenant, async (db) => {
    const [row] = await db
      .insert(dataExports)
      .values({ ...asked, askedById: personId, askedAt: now, expiresAt })
      .returning({ id: dataExports.id })
    return done({ exportId: row!.id })
  })
}

type Fetching = { exportId: string; personId: string; now: Date }

/**
 * The file, to the one who asked for it, once, within its minutes; null otherwise. What it held is recorded before it is
 * handed over: its rows and its digest.
 */
export function fetchExport(
  tenant: Tenant,
  { exportId, personId, now }: Fetching,
): Promise<{ csv: string; name: string } | null> {
  return inTenant(tenant, async (db) => {
    const open = and(
      eq(dataExports.id, exportId),
      eq(dataExports.askedById, personId),
      isNull(dataExports.fetchedAt),
      gt(dataExports.expiresAt, now),
    )
    const [taken] = await db.update(dataExports).set({ fetchedAt: now }).where(open).returning()
    if (!taken) return null
    const subject = exportSubjects.find((one) => one === taken.subject)
    const rows = subject ? await rowsOf(db, subject, taken.fields) : []
    const csv = csvOf(taken.fields, rows)
    const digest = createHash('sha256').update(csv).digest('hex')
    await db.update(dataExports).set({ rowCount: rows.length, digest }).where(eq(dataExports.id, exportId))
    return { csv, name: `${tenant.id}-${taken.subject}-${now.toISOString().slice(0, 10)}.csv` }
  })
}

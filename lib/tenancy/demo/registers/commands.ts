import 'server-only'
import { createHash } from 'node:crypto'
import { dataExports, retentionRuns } from '../../../../drizzle/schema'
import type { DemoLives } from '../../../../tenants/lives'
import { csvOf } from '../../../csv/rules'
import type { Db } from '../../../db'
import { rowsOf } from '../../../people/exports/queries'
import { fetchMinutes } from '../../../people/exports/rules'
import { retentionRows } from '../../../people/retention/rules'
import { daysBefore } from '../rules'

type Kept = { told: DemoLives; officerId: string; now: Date }

const fields = ['name', 'email', 'title']
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

/** What whoever looks after data reads first: files that were asked for, and what the last nights have forgotten. */
export async function plantRegisters(db: Db, { told, officerId, now }: Kept): Promise<void> {
  const rows = await rowsOf(db, 'authors', fields)
  const digest = createHash('sha256').update(csvOf(fields, rows)).digest('hex')
  const asked = ({ reason, ago }: DemoLives['extracted']) => {
    const askedAt = daysBefore(now, ago)
    const expiresAt = minutesAfter(askedAt, fetchMinutes)
    return { askedById: officerId, subject: 'authors' as const, fields, reason, askedAt, expiresAt }
  }
  const fetched = asked(told.extracted)
  const taken = { fetchedAt: minutesAfter(fetched.askedAt, 2), rowCount: rows.length, digest }
  await db.insert(dataExports).values([{ ...fetched, ...taken }, asked(told.unfetched)])
  await db
    .insert(retentionRuns)
    .values(retentionRows.flatMap((row) => [2, 1].map((ago) => ({ row, at: daysBefore(now, ago), done: 0 }))))
}

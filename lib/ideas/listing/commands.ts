import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../../db'

/** The counts of a city's ideas, written down as differences, become few rows again. What they come to stays the same. */
export function gatherTallies(tenant: { id: string }): Promise<void> {
  return inTenant(tenant, async (db) => {
    await db.execute(sql`select app.gather_tallies()`)
  })
}

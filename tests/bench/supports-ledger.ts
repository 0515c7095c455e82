import { sql } from 'drizzle-orm'
import { inTenant } from '@/lib/db'
import { siteForHost } from '@/lib/tenancy/registry'

export async function siteOf(host: string) {
  const site = await siteForHost(host)
  if (!site) throw new Error(`${host} is no city's`)
  return site
}

/** The kept counter, the rows themselves and the crossings, read in one snapshot. */
export function ledgerOf(tenant: { id: string }, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const [read] = await db.execute<{
      counter: number
      rows: number
      crossings: number
      durable: string
    }>(sql`
      select support_count as counter,
        (select count(*)::int from supports where idea_id = ${ideaId} and state = 'counted') as rows,
        (select count(*)::int from journal where about_id = ${ideaId} and kind = 'threshold_reached') as crossings,
        current_setting('synchronous_commit') || current_setting('fsync') as durable
      from ideas where id = ${ideaId}`)
    if (!read) throw new Error('the idea is gone')
    return { ...read, isDurable: read.durable === 'onon' }
  })
}

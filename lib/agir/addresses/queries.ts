import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../../db'

const most = 15_000

/** Every page worth finding of what people do here together, the one that changed last first. */
export function listAddresses(tenant: { id: string }): Promise<{ path: string; changedAt: Date }[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db.execute<{ path: string; at: string }>(sql`
      with shown as (select id, slug, changed_at from organisations where state in ('active', 'leaving'))
      select '/organisations/' || slug as path, changed_at as at from shown
      union all select '/initiatives/' || slug, changed_at from initiatives
        where state in ('active', 'ended') and (organisation_id is null or organisation_id in (select id from shown))
      union all select '/activites/' || slug, changed_at from activities
        where publication = 'published' and moderation = 'approved'
          and (organisation_id is null or organisation_id in (select id from shown))
      order by at desc, path limit ${most}`)
    return rows.map(({ path, at }) => ({ path, changedAt: new Date(at) }))
  })
}

import 'server-only'
import { sql } from 'drizzle-orm'
import { inTenant } from '../../db'
import { isPublic } from '../finding/queries'

type City = { id: string }

/** Every activity, organisation and initiative that anyone may read, in an order that stays. */
const pages = sql`
  select '/activites/' || a.slug as path, a.changed_at as changed, 0 as turn, a.id from activities a where ${isPublic}
  union all
  select '/organisations/' || slug, changed_at, 1, id from organisations where state in ('active', 'leaving')
  union all
  select '/initiatives/' || slug, changed_at, 2, id from initiatives where state in ('active', 'ended')
    and (organisation_id is null or organisation_id in (select id from organisations where state in ('active', 'leaving')))`

export function countAgirPages(tenant: City): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from (${pages}) shown`,
    )
    return row!.count
  })
}

export function listAgirPages(tenant: City, { from, until }: { from: number; until: number }) {
  return inTenant(tenant, async (db) => {
    const rows = await db.execute<{ path: string; changed: string }>(
      sql`select path, changed from (${pages}) shown order by turn, id limit ${until - from} offset ${from}`,
    )
    return rows.map(({ path, changed }) => ({ path, changedAt: new Date(changed) }))
  })
}

import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { choices, found } from '../finding/queries'
import type { Filters } from '../finding/rules'

export type ActivitySpot = {
  latitude: number
  longitude: number
  count: number
  activities: { slug: string; title: string }[]
}
type Cell = { latitude: number; longitude: number; count: number; some: ActivitySpot['activities'] }

/** A spot tells the titles of what is on it while there are few enough to read. */
const mostTold = 6
const mostSpots = 600

/** What there is to do at a known place, gathered by squares of so many degrees. What is online has no place. */
export function listActivitySpots(
  tenant: Tenant,
  filters: Filters,
  { square, now }: { square: number; now: Date },
): Promise<ActivitySpot[]> {
  return inTenant(tenant, async (db) => {
    const cells = await db.execute<Cell>(sql`
      with ${found(tenant, filters, now)},
      cells as (
        select avg(latitude) as latitude, avg(longitude) as longitude, count(*)::int as count,
          (array_agg(id order by key, id))[1:${mostTold}::int] as few
        from found where ${choices(filters)} and latitude is not null and longitude is not null
        group by floor(latitude / ${square}::float8), floor(longitude / ${square}::float8)
        order by 3 desc limit ${mostSpots})
      select latitude, longitude, count, case when count <= ${mostTold} then (
        select json_agg(json_build_object('slug', slug, 'title', title)) from activities where id = any(few)) end as some
      from cells`)
    return cells.map(({ some, ...spot }) => ({ ...spot, activities: some ?? [] }))
  })
}

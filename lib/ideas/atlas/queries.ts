import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { choices, listed, narrowing } from '../listing/narrowing/queries'
import { tallies } from '../listing/queries'
import type { Filters } from '../listing/rules'

export type Spot = {
  latitude: number
  longitude: number
  count: number
  ideas: { slug: string | null; title: string }[]
}
type Cell = { latitude: number; longitude: number; count: number; some: string[] }

/** A spot tells the titles of the ideas on it while there are few enough to read. */
const mostTold = 6
const mostSpots = 600

/**
 * The ideas that have a point, gathered by squares of so many degrees: as many spots as a map can show, whatever the
 * number of ideas.
 */
export function listSpots(tenant: Tenant, filters: Filters, square: number): Promise<Spot[]> {
  return inTenant(tenant, async (db) => {
    const wanted = choices(filters, filters.shelves.length > 0 ? await tallies(db) : [])
    const { found, where } = narrowing(tenant, filters, filters.near ? 'asked' : 'looked up')
    const join = found ? sql`join ${found} found on found.idea_id = id` : sql``
    const cells = await db.execute<Cell>(sql`
      select avg(latitude) as latitude, avg(longitude) as longitude, count(*)::int as count,
        (array_agg(id::text order by id))[1:${mostTold}::int] as some
      from ideas ${join} where ${listed} ${where} ${wanted} and latitude is not null and longitude is not null
      group by floor(latitude / ${square}::float8), floor(longitude / ${square}::float8)
      order by 3 desc limit ${mostSpots}`)
    const titles = await titlesOf(db, cells)
    return cells.map(({ latitude, longitude, count, some }) => ({
      latitude,
      longitude,
      count,
      ideas: count > mostTold ? [] : some.flatMap((id) => titles.get(id) ?? []),
    }))
  })
}

async function titlesOf(db: Db, cells: readonly Cell[]) {
  const ids = cells.filter(({ count }) => count <= mostTold).flatMap(({ some }) => some)
  if (ids.length === 0) return new Map<string, Spot['ideas'][number]>()
  const rows = await db
    .select({ id: ideas.id, slug: ideas.slug, title: ideas.title })
    .from(ideas)
    .where(inArray(ideas.id, ids))
  return new Map(rows.map(({ id, ...idea }) => [id, idea]))
}

import 'server-only'
import { sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { cardsOf, type IdeaCard } from '../cards/queries'

type Sought = {
  title: string
  words?: string
  latitude?: number | null
  longitude?: number | null
  /** What it begins again or was split from: like it on purpose. */
  previousId?: string | null
  splitFromId?: string | null
}
export type SimilarIdea = IdeaCard & { distance: number | null }

/** Within how many metres two ideas may be about the same spot. */
const sameSpot = 500
const most = 6

/** Published ideas that say something like this one, or lie near it; the closest in words first, then in distance. */
export function findSimilarIdeas(
  tenant: Pick<Tenant, 'id' | 'locales'>,
  sought: Sought,
): Promise<SimilarIdea[]> {
  const {
    title,
    words = '',
    latitude = null,
    longitude = null,
    previousId = null,
    splitFromId = null,
  } = sought
  const locales = tenant.locales.map((locale) => sql`${locale}`)
  const narrower = Math.cos(((latitude ?? 0) * Math.PI) / 180)
  return inTenant(tenant, async (db) => {
    const found = await db.execute<{ id: string; distance: number | null }>(sql`
      with alike as (
        select idea_id as id, rank from app.similar_ideas(${`${title} ${words}`}, array[${sql.join(locales, sql`, `)}]::text[], 30)
      ), near as (
        select id, 111195 * sqrt(power(latitude - ${latitude}::float8, 2) + power((longitude - ${longitude}::float8) * ${narrower}::float8, 2)) as distance
        from ideas where publication = 'published' and latitude between ${latitude}::float8 - 0.02 and ${latitude}::float8 + 0.02
      )
      select id, near.distance from alike full join near using (id)
      join ideas using (id)
      where publication = 'published' and (rank is not null or distance <= ${sameSpot})
        and id is distinct from ${previousId}::uuid and id is distinct from ${splitFromId}::uuid
      order by coalesce(rank, 0) * 4 + case when distance <= ${sameSpot} then 0.2 else 0 end desc, distance, id
      limit ${most}`)
    return cardsOf(db, [...found])
  })
}

import 'server-only'
import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { savedSearches } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { choices, found } from '../finding/queries'
import { filtersIn } from './input'
import { mostNamed } from './rules'

/** Everything a person searches for again and again, in the order of the names they gave. */
export function listSearches(tenant: { id: string }, personId: string) {
  const { id, name, query, frequency, since, lastLetterAt } = savedSearches
  return inTenant(tenant, (db) =>
    db
      .select({ id, name, query, frequency, since, lastLetterAt })
      .from(savedSearches)
      .where(eq(savedSearches.personId, personId))
      .orderBy(asc(sql`lower(${name})`), asc(id)),
  )
}
export type OwnSearch = Awaited<ReturnType<typeof listSearches>>[number]

export type News = { count: number; some: { title: string; slug: string; startsAt: string | null }[] }

/** What was announced since, among what a search finds now. */
export async function newsOf(
  db: Db,
  tenant: Tenant,
  { query, toldUntil }: { query: string; toldUntil: Date },
  now: Date,
): Promise<News> {
  const filters = filtersIn(query, tenant)
  const isNew: SQL = sql`published_at > ${toldUntil.toISOString()}::timestamptz and published_at <= ${now.toISOString()}::timestamptz`
  const [news] = await db.execute<News>(sql`
    with ${found(tenant, filters, now)},
    news as (
      select found.id, found.occurrence_id, found.key from found
      where ${choices(filters)} and found.id in (select id from activities where ${isNew}))
    select (select count(*)::int from news) as count, (
      select coalesce(json_agg(json_build_object('title', title, 'slug', slug, 'startsAt', starts_at) order by key, id), '[]')
      from (
        select news.id, news.key, a.title, a.slug, d.starts_at
        from news join activities a on a.id = news.id left join occurrences d on d.id = news.occurrence_id
        order by news.key, news.id limit ${mostNamed}) named) as some`)
  return news!
}

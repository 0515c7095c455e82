import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { ideas, people } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { publicName } from '../../people/names/queries'

type City = { id: string }
const most = 30
/** The most addresses one file of a sitemap may reasonably hold. */
export const sitemapSize = 5000

/** What is told of an idea in a feed, the latest first: when it was published, or when it acquired its right. */
export function listLatest(tenant: City, what: 'published' | 'reached', now: Date) {
  const at = what === 'published' ? ideas.publishedAt : ideas.reachedAt
  return inTenant(tenant, (db) =>
    db
      .select({
        id: ideas.id,
        slug: ideas.slug,
        title: ideas.title,
        body: ideas.body,
        locale: ideas.locale,
        author: publicName,
        supportCount: ideas.supportCount,
        publishedAt: sql<Date>`${ideas.publishedAt}`.mapWith(ideas.publishedAt),
        at: sql<Date>`${at}`.mapWith(ideas.publishedAt),
      })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(
        and(eq(ideas.publication, 'published'), isNotNull(at), isNotNull(ideas.publishedAt), lte(at, now)),
      )
      .orderBy(desc(at), desc(ideas.id))
      .limit(most),
  )
}

export function countInSitemap(tenant: City): Promise<number> {
  return inTenant(tenant, (db) => db.$count(ideas, inSitemap()))
}

export function listForSitemap(tenant: City, page: number) {
  return inTenant(tenant, (db) =>
    db
      .select({ slug: ideas.slug, changedAt: ideas.changedAt })
      .from(ideas)
      .where(inSitemap())
      .orderBy(asc(ideas.id))
      .limit(sitemapSize)
      .offset((page - 1) * sitemapSize),
  )
}

function inSitemap() {
  return and(inArray(ideas.publication, ['published']), isNotNull(ideas.slug))
}

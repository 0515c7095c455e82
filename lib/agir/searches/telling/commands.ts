import 'server-only'
import { and, asc, eq, lte, ne, or, sql } from 'drizzle-orm'
import { activities, letters, people, savedSearches } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { mailTimes } from '../../../notifications/rules'
import { newsOf } from '../queries'
import { nextLook } from '../rules'

type Search = typeof savedSearches.$inferSelect

/** Looks at so many searches that are due, and writes to whoever has news. Returns how many it looked at. */
export function tellOfSearches(tenant: Tenant, now: Date, limit: number): Promise<number> {
  return inTenant(tenant, async (db) => {
    const due = await db
      .select({ search: savedSearches, locale: people.locale })
      .from(savedSearches)
      .innerJoin(people, eq(people.id, savedSearches.personId))
      .where(and(lte(savedSearches.dueAt, now), mayHaveNews(now)))
      .orderBy(asc(savedSearches.dueAt), asc(savedSearches.id))
      .limit(limit)
      .for('update', { of: savedSearches, skipLocked: true })
    for (const { search, locale } of due) await tellOf(db, tenant, { search, locale, now })
    return due.length
  })
}

/** Nothing was announced since, most of the time: then what is asked for at once need not be looked for. */
const mayHaveNews = (now: Date) =>
  or(
    ne(savedSearches.frequency, 'at_once'),
    sql`exists (select from ${activities} a where a.publication = 'published'
      and a.published_at > ${savedSearches.toldUntil} and a.published_at <= ${now.toISOString()}::timestamptz)`,
  )

async function tellOf(
  db: Db,
  tenant: Tenant,
  { search, locale, now }: { search: Search; locale: string | null; now: Date },
): Promise<void> {
  const news = await newsOf(db, tenant, search, now)
  const isTold = news.count === 0 || (await write(db, tenant, { search, locale, now, detail: news }))
  const wasTold = news.count > 0
  const dueAt = nextLook(search.frequency, { now, timeZone: tenant.timeZone, wasTold })
  const told = isTold ? { toldUntil: now, ...(wasTold && { lastLetterAt: now }) } : {}
  await db
    .update(savedSearches)
    .set({ dueAt, ...told })
    .where(eq(savedSearches.id, search.id))
}

/** One letter for a search on a day of the city: what comes after it waits for the next. */
async function write(
  db: Db,
  tenant: Tenant,
  { search, locale, now, detail }: { search: Search; locale: string | null; now: Date; detail: object },
): Promise<boolean> {
  const { id: searchId, personId, name, query } = search
  const { atOnce, sendingDay } = mailTimes(now, tenant.timeZone)
  const written = await db
    .insert(letters)
    .values({
      key: `search:${searchId}:${sendingDay.toISOString()}`,
      kind: 'saved_search',
      personId,
      locale: locale ?? tenant.locales[0]!,
      detail: { searchId, name, query, ...detail },
      priority: search.frequency === 'at_once' ? 1 : 2,
      queuedAt: now,
      dueAt: atOnce,
    })
    .onConflictDoNothing({ target: [letters.tenantId, letters.key] })
    .returning({ id: letters.id })
  return written.length > 0
}

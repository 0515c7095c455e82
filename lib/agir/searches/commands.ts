import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { letters, people, savedSearches } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { mostSearches, nextLook, type SearchFrequency, type SearchRefusal } from './rules'

type Keeping = { personId: string; name: string; query: string | null; frequency: SearchFrequency; now: Date }

/** Keeps a search under a name. The same search kept again takes the new name, and what was told stays told. */
export function keepSearch(
  tenant: Tenant,
  { personId, name, query, frequency, now }: Keeping,
): Promise<Outcome<{ name: string }, SearchRefusal>> {
  return inTenant(tenant, async (db) => {
    if (query === null) return refused('nothing_asked')
    await db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    const others = and(eq(savedSearches.personId, personId), sql`${savedSearches.query} <> ${query}`)
    if ((await db.$count(savedSearches, others)) >= mostSearches) return refused('too_many_searches')
    const dueAt = nextLook(frequency, { now, timeZone: tenant.timeZone, wasTold: false })
    await db
      .insert(savedSearches)
      .values({ personId, name, query, frequency, since: now, toldUntil: now, dueAt })
      .onConflictDoUpdate({
        target: [savedSearches.tenantId, savedSearches.personId, savedSearches.query],
        set: { name, frequency, dueAt },
      })
    return done({ name })
  })
}

type Own = { personId: string; searchId: string }
const ownOf = ({ personId, searchId }: Own) =>
  and(eq(savedSearches.id, searchId), eq(savedSearches.personId, personId))

/** Another name, another rhythm: whoever asks for letters again is told of what comes from now on. */
export function changeSearch(
  tenant: Tenant,
  { name, frequency, now, ...own }: Own & { name: string; frequency: SearchFrequency; now: Date },
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const [held] = await db.select().from(savedSearches).where(ownOf(own)).for('update')
    if (!held) return refused('not_there')
    const dueAt = nextLook(frequency, { now, timeZone: tenant.timeZone, wasTold: wasToldToday(held, now) })
    const since = held.frequency === 'never' ? { toldUntil: now } : {}
    await db
      .update(savedSearches)
      .set({ name, frequency, dueAt, ...since })
      .where(ownOf(own))
    if (frequency === 'never') await holdBack(db, own.searchId)
    return done(undefined)
  })
}

const wasToldToday = ({ lastLetterAt }: { lastLetterAt: Date | null }, now: Date) =>
  lastLetterAt !== null && now.getTime() - lastLetterAt.getTime() < 86_400_000

export function forgetSearch(tenant: Tenant, own: Own): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const gone = await db.delete(savedSearches).where(ownOf(own)).returning({ id: savedSearches.id })
    if (gone.length === 0) return refused('not_there')
    await holdBack(db, own.searchId)
    return done(undefined)
  })
}

/** No more letters about it; the search itself stays where its owner keeps it. */
export async function silenceSearch(db: Db, own: Own): Promise<void> {
  const quiet = { frequency: 'never' as const, dueAt: null }
  const silenced = await db
    .update(savedSearches)
    .set(quiet)
    .where(ownOf(own))
    .returning({ id: savedSearches.id })
  if (silenced.length > 0) await holdBack(db, own.searchId)
}

/** What was about to leave does not. */
async function holdBack(db: Db, searchId: string): Promise<void> {
  await db
    .update(letters)
    .set({ state: 'dropped' })
    .where(
      and(
        eq(letters.kind, 'saved_search'),
        eq(letters.state, 'waiting'),
        sql`${letters.detail} ->> 'searchId' = ${searchId}`,
      ),
    )
}

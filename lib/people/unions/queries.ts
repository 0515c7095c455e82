import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accountUnions, people, personKeys } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { hashOf } from '../sign-in/queries'

type City = { id: string }

const shown = { id: people.id, name: people.name, email: people.email, joinedAt: people.joinedAt }
export type ShownAccount = { id: string; name: string | null; email: string | null }

/** What this browser began and may still end: which account stays, and until when. */
export function findBegun(tenant: City, token: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const open = and(
      eq(accountUnions.tokenHash, hashOf(token)),
      isNull(accountUnions.doneAt),
      gt(accountUnions.expiresAt, now),
    )
    const [begun] = await db
      .select({ ...shown, expiresAt: accountUnions.expiresAt })
      .from(accountUnions)
      .innerJoin(people, eq(people.id, accountUnions.keptPersonId))
      .where(open)
    return begun ?? null
  })
}
export type Begun = NonNullable<Awaited<ReturnType<typeof findBegun>>>

export async function findShown(tenant: City, personId: string): Promise<ShownAccount> {
  const [row] = await inTenant(tenant, (db) => db.select(shown).from(people).where(eq(people.id, personId)))
  return row!
}

/** What came of the last union of the person who asks, while it is fresh in mind. */
export function findLastOwn(tenant: City, personId: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const since = new Date(now.getTime() - 10 * 60_000)
    const [done] = await db
      .select({ moved: accountUnions.movedCount, doubled: accountUnions.doubledCount })
      .from(accountUnions)
      .where(
        and(
          eq(accountUnions.keptPersonId, personId),
          eq(accountUnions.way, 'own'),
          gt(accountUnions.doneAt, since),
        ),
      )
      .orderBy(desc(accountUnions.doneAt))
      .limit(1)
    return done ? { moved: done.moved ?? 0, doubled: done.doubled ?? 0 } : null
  })
}

/** Accounts by a part of a name or of an address, with the ways by which each comes in. */
export function searchAccounts(tenant: City, asked: string) {
  const words = asked.trim().slice(0, 60)
  if (words.length < 2) return Promise.resolve([])
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return inTenant(tenant, async (db) => {
    const found = await db
      .select(shown)
      .from(people)
      .where(
        and(
          isNull(people.deletedAt),
          or(sql`${people.name} ilike ${like}`, sql`${people.email} ilike ${like}`),
        ),
      )
      .orderBy(people.name, people.id)
      .limit(12)
    const ways = await waysOf(
      db,
      found.map(({ id }) => id),
    )
    return found.map((account) => ({ ...account, ways: ways.get(account.id) ?? [] }))
  })
}
export type FoundAccount = Awaited<ReturnType<typeof searchAccounts>>[number]

async function waysOf(db: Db, ids: string[]) {
  const rows = ids.length
    ? await db
        .selectDistinct({ id: personKeys.personId, kind: personKeys.kind })
        .from(personKeys)
        .where(inArray(personKeys.personId, ids))
    : []
  return new Map(
    ids.map((id) => [
      id,
      rows
        .filter((row) => row.id === id)
        .map(({ kind }) => kind)
        .sort(),
    ]),
  )
}

const [kept, absorbed] = [alias(people, 'kept'), alias(people, 'absorbed')]
const [asker, decider] = [alias(people, 'asker'), alias(people, 'decider')]

const told = {
  union: accountUnions,
  kept: { name: kept.name, email: kept.email },
  absorbed: { name: absorbed.name, email: absorbed.email },
  asker: asker.name,
  decider: decider.name,
}

/** What waits for a second person, and what was united or declined last. */
export function listUnions(tenant: City, now: Date) {
  const waits = and(
    eq(accountUnions.way, 'desk'),
    isNull(accountUnions.doneAt),
    isNull(accountUnions.declinedAt),
  )
  const over = or(isNotNull(accountUnions.doneAt), isNotNull(accountUnions.declinedAt))
  return inTenant(tenant, async (db) => ({
    waiting: await unionsIn(db)
      .where(and(waits, gt(accountUnions.expiresAt, now)))
      .orderBy(accountUnions.askedAt)
      .limit(50),
    lately: await unionsIn(db).where(over).orderBy(desc(accountUnions.askedAt)).limit(20),
  }))
}
export type ListedUnion = Awaited<ReturnType<typeof listUnions>>['waiting'][number]

function unionsIn(db: Db) {
  return db
    .select(told)
    .from(accountUnions)
    .innerJoin(kept, eq(kept.id, accountUnions.keptPersonId))
    .leftJoin(absorbed, eq(absorbed.id, accountUnions.absorbedPersonId))
    .leftJoin(asker, eq(asker.id, accountUnions.askedById))
    .leftJoin(decider, eq(decider.id, accountUnions.decidedById))
}

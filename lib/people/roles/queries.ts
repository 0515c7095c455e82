import 'server-only'
import { and, asc, desc, eq, gt, ilike, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { grants, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import type { Grant } from '../rules'
import { governing } from './rules'

type City = { id: string }

/** By the database's clock, the only one that decides. */
export const inForce = and(
  isNull(grants.revokedAt),
  lte(grants.startsAt, sql`now()`),
  or(isNull(grants.endsAt), gt(grants.endsAt, sql`now()`)),
)!

/** Not over yet: in force, or still to begin. */
const standing = and(isNull(grants.revokedAt), or(isNull(grants.endsAt), gt(grants.endsAt, sql`now()`)))!

/** What a person may do for the city at this moment. */
export function grantsInForce(db: Db, personId: string): Promise<Grant[]> {
  return db
    .select({ role: grants.role, scopeKind: grants.scopeKind, scopeValue: grants.scopeValue })
    .from(grants)
    .where(and(eq(grants.personId, personId), inForce))
}

/** Whether somebody else governs the city, and with no end in sight. */
export async function hasOtherGovernor(db: Db, personId: string): Promise<boolean> {
  const [other] = await db
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(people, and(eq(people.id, grants.personId), isNull(people.deletedAt)))
    .where(
      and(
        inArray(grants.role, [...governing]),
        ne(grants.personId, personId),
        isNull(grants.endsAt),
        inForce,
      ),
    )
    .limit(1)
  return other !== undefined
}

const giver = alias(people, 'giver')
const taker = alias(people, 'taker')

const told = {
  id: grants.id,
  personId: grants.personId,
  name: people.name,
  email: people.email,
  role: grants.role,
  scopeKind: grants.scopeKind,
  scopeValue: grants.scopeValue,
  startsAt: grants.startsAt,
  endsAt: grants.endsAt,
  reason: grants.reason,
  givenBy: giver.name,
  revokedAt: grants.revokedAt,
  takenBackBy: taker.name,
  hasBegun: sql<boolean>`${grants.startsAt} <= now()`,
}

/** Who acts for the city, or will, by name. */
export function listStaff(tenant: City) {
  return inTenant(tenant, (db) =>
    rolesIn(db)
      .where(standing)
      .orderBy(asc(people.name), asc(grants.personId), asc(grants.grantedAt))
      .limit(500),
  )
}
export type HeldRole = Awaited<ReturnType<typeof listStaff>>[number]

/** The roles that ended last, by themselves or taken back. */
export function listFormerStaff(tenant: City) {
  const over = sql`coalesce(${grants.revokedAt}, ${grants.endsAt})`
  return inTenant(tenant, (db) =>
    rolesIn(db)
      .where(or(isNotNull(grants.revokedAt), lte(grants.endsAt, sql`now()`)))
      .orderBy(desc(over))
      .limit(20),
  )
}

function rolesIn(db: Db) {
  return db
    .select(told)
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .leftJoin(giver, eq(giver.id, grants.grantedById))
    .leftJoin(taker, eq(taker.id, grants.revokedById))
}

const who = { id: people.id, name: people.name, email: people.email }

/** People of the city whose name or address holds these letters. */
export function searchPeople(tenant: City, asked: string) {
  const words = asked.trim().slice(0, 60)
  if (words.length < 2) return Promise.resolve([])
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return inTenant(tenant, (db) =>
    db
      .select(who)
      .from(people)
      .where(and(isNull(people.deletedAt), or(ilike(people.name, like), ilike(people.email, like))))
      .orderBy(asc(people.name), asc(people.id))
      .limit(20),
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function findPerson(tenant: City, id: string) {
  if (!uuid.test(id)) return null
  const [person] = await inTenant(tenant, (db) =>
    db
      .select(who)
      .from(people)
      .where(and(eq(people.id, id), isNull(people.deletedAt))),
  )
  return person ?? null
}

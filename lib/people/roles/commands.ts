import 'server-only'
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { grants, people, sessions } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import type { GrantedRole, ScopeKind } from '../rules'
import { grantsInForce, hasOtherGovernor } from './queries'
import { governing, grantRefusal, mayEntrust, midnight, type RoleRefusal } from './rules'

type Given = {
  personId: string
  role: GrantedRole
  scopeKind: ScopeKind
  scopeValue: string | null
  startsOn: string | null
  endsOn: string | null
  reason: string
  byId: string
  now: Date
}

/** Entrusts somebody with a role, here, from this day to that one. It is theirs at their next request. */
export function grantRole(
  tenant: Tenant,
  { startsOn, endsOn, byId, now, reason, ...given }: Given,
): Promise<Outcome<{ id: string }, RoleRefusal>> {
  const { timeZone } = tenant
  const startsAt = startsOn && midnight(startsOn, timeZone) > now ? midnight(startsOn, timeZone) : now
  const endsAt = endsOn ? midnight(endsOn, timeZone, { after: true }) : null
  if (!isPlace(tenant, given)) return Promise.resolve(refused('wrong_scope'))
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const by = { id: byId, grants: await grantsInForce(db, byId) }
    const refusal = grantRefusal(by, { ...given, startsAt, endsAt }, now)
    if (refusal) return refused(refusal)
    const [person] = await db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, given.personId), isNull(people.deletedAt)))
    if (!person) return refused('not_there')
    if (await isHeld(db, given)) return refused('already_granted')
    const begins = startsAt === now ? sql`now()` : startsAt
    const row = { ...given, startsAt: begins, endsAt, reason, grantedById: byId, grantedAt: now }
    const [added] = await db.insert(grants).values(row).returning({ id: grants.id })
    await shortenSessions(db, given.personId)
    await note(db, { personId: given.personId, byId, now, detail: { change: 'granted', role: given.role } })
    return done({ id: added!.id })
  })
}

/** Giving and taking back happen one after the other in a city, so that two people cannot each remove the other last one. */
export async function holdRoles(db: Db, tenant: { id: string }): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('roles'), hashtext(${tenant.id}))`)
}

function isPlace(
  { territory, themes, departments }: Tenant,
  { scopeKind, scopeValue }: Pick<Given, 'scopeKind' | 'scopeValue'>,
) {
  const places: Record<ScopeKind, readonly (string | null)[]> = {
    city: [null],
    district: territory.districts.map(({ code }) => code),
    theme: themes.map(({ id }) => id),
    department: departments.map(({ id }) => id),
  }
  return places[scopeKind].includes(scopeValue)
}

async function isHeld(
  db: Db,
  { personId, role, scopeKind, scopeValue }: Omit<Given, 'startsOn' | 'endsOn' | 'reason' | 'byId' | 'now'>,
) {
  const same = and(
    eq(grants.personId, personId),
    eq(grants.role, role),
    eq(grants.scopeKind, scopeKind),
    scopeValue === null ? isNull(grants.scopeValue) : eq(grants.scopeValue, scopeValue),
    isNull(grants.revokedAt),
    or(isNull(grants.endsAt), gt(grants.endsAt, sql`now()`)),
  )
  return (await db.$count(grants, same)) > 0
}

/** Who acts for the city signs in again each day: a longer session is cut to that. */
async function shortenSessions(db: Db, personId: string): Promise<void> {
  const limit = sql`now() + interval '8 hours'`
  await db
    .update(sessions)
    .set({ expiresAt: limit })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, limit)))
}

type Act = { grantId: string; byId: string; now: Date }

/** Takes a role back: it is gone at the next request. */
export function revokeRole(tenant: Tenant, act: Act): Promise<Outcome<undefined, RoleRefusal>> {
  return changeGrant(tenant, act, { revokedAt: sql`now()`, revokedById: act.byId }, 'revoked')
}

/** A role ends with this day, or has no end any more. */
export function setRoleEnd(
  tenant: Tenant,
  { endsOn, ...act }: Act & { endsOn: string | null },
): Promise<Outcome<undefined, RoleRefusal>> {
  const endsAt = endsOn ? midnight(endsOn, tenant.timeZone, { after: true }) : null
  if (endsAt && endsAt <= act.now) return Promise.resolve(refused('ends_too_soon'))
  return changeGrant(tenant, act, { endsAt }, 'end_changed')
}

function changeGrant(
  tenant: Tenant,
  { grantId, byId, now }: Act,
  change: Partial<{ [key in 'endsAt' | 'revokedAt' | 'revokedById']: unknown }>,
  what: 'revoked' | 'end_changed',
): Promise<Outcome<undefined, RoleRefusal>> {
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const [grant] = await db.select().from(grants).where(eq(grants.id, grantId))
    if (!grant) return refused('not_there')
    if (grant.revokedAt || (grant.endsAt && grant.endsAt <= now)) return refused('already_over')
    if (!mayEntrust({ grants: await grantsInForce(db, byId) }, grant.role)) return refused('above_own')
    const isGoverning = governing.some((role) => role === grant.role)
    const lasts = what === 'end_changed' && change.endsAt === null
    if (isGoverning && !lasts && !(await hasOtherGovernor(db, grant.personId))) return refused('last_admin')
    await db
      .update(grants)
      .set(change as Partial<typeof grants.$inferInsert>)
      .where(eq(grants.id, grantId))
    await note(db, { personId: grant.personId, byId, now, detail: { change: what, role: grant.role } })
    return done(undefined)
  })
}

/** Everything a person did for the city ends: for who leaves. The caller holds the roles. */
export async function revokeEveryRole(db: Db, personId: string): Promise<void> {
  const held = and(eq(grants.personId, personId), isNull(grants.revokedAt))
  await db
    .update(grants)
    .set({ revokedAt: sql`now()`, revokedById: personId })
    .where(held)
}

export async function governs(db: Db, personId: string): Promise<boolean> {
  const held = and(
    eq(grants.personId, personId),
    inArray(grants.role, [...governing]),
    isNull(grants.revokedAt),
  )
  return (await db.$count(grants, held)) > 0
}

function note(
  db: Db,
  {
    personId,
    byId,
    now,
    detail,
  }: { personId: string; byId: string; now: Date; detail: Record<string, string> },
) {
  return record(db, {
    kind: 'role_changed',
    aboutId: personId,
    byId,
    byRole: 'city',
    visibility: 'internal',
    at: now,
    detail,
  })
}

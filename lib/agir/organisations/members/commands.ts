import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { memberships, organisations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { ownersOf } from '../queries'
import { mayFor, roleIn } from '../queries'
import { hasPower, type MemberRole } from '../rules'
import { countOwners } from './queries'
import { changeRefusal, leavingRefusal, type MemberRefusal, mostWaiting } from './rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, MemberRefusal>>
type Act = { personId: string; now: Date }

/** One change of an organisation's people at a time: who counts its owners counts the same ones. */
export async function holdOrganisation(db: Db, organisationId: string) {
  const [held] = await db
    .select({ id: organisations.id, name: organisations.name, state: organisations.state })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('no key update')
  return held
}

/** Somebody asks to act with those they found here. */
export function askToJoin(tenant: City, { slug, personId, now }: Act & { slug: string }): Result {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(and(eq(organisations.slug, slug), eq(organisations.state, 'active')))
    if (!found) return refused('not_there')
    await holdOrganisation(db, found.id)
    if (await roleIn(db, found.id, personId)) return refused('already_member')
    if ((await countWaiting(db, found.id)) >= mostWaiting) return refused('too_many_waiting')
    const asked = { organisationId: found.id, personId, role: 'member', state: 'requested', at: now } as const
    const [added] = await db.insert(memberships).values(asked).onConflictDoNothing().returning()
    const tell = await ownersOf(db, found.id)
    if (added) await note(db, 'organisation_joining', { ...found, tell }, { personId, now })
    return done(undefined)
  })
}

export function countWaiting(db: Db, organisationId: string): Promise<number> {
  const waiting = inArray(memberships.state, ['invited', 'requested'])
  return db.$count(memberships, and(eq(memberships.organisationId, organisationId), waiting))
}

type About = { id: string; name: string; tell: string[] }

async function note(
  db: Db,
  kind: Happening,
  { id, name, tell }: About,
  { personId, now }: Act,
): Promise<void> {
  const detail = { title: name, path: `/mes-organisations/${id}`, on: 'agir', tell }
  const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail })
}

type OnMember = Act & { membershipId: string }

/** A request to join is answered, once. */
export function answerRequest(
  tenant: City,
  { membershipId, answer, personId, now }: OnMember & { answer: 'accept' | 'decline' },
): Result {
  return inTenant(tenant, async (db) => {
    const asking = await findMembership(db, membershipId, ['requested'])
    const held = asking && (await holdOrganisation(db, asking.organisationId))
    if (!held || !(await mayFor(db, held.id, personId, 'manage'))) return refused('not_there')
    const set =
      answer === 'accept'
        ? { state: 'active' as const, joinedAt: now }
        : { state: 'removed' as const, endedAt: now }
    await db.update(memberships).set(set).where(eq(memberships.id, membershipId))
    const kind = answer === 'accept' ? 'organisation_joined' : 'organisation_not_joined'
    await note(db, kind, { ...held, tell: [asking.personId!] }, { personId, now })
    await changed(db, 'activities')
    return done(undefined)
  })
}

async function findMembership(db: Db, id: string, states: (typeof memberships.$inferSelect)['state'][]) {
  const [found] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.id, id), inArray(memberships.state, states)))
  return found ?? null
}

/** Gives somebody another role. */
export function changeRole(
  tenant: City,
  { membershipId, role, personId, now }: OnMember & { role: MemberRole },
): Result {
  return inTenant(tenant, async (db) => {
    const refusal = await refusalFor(db, { membershipId, personId, to: role })
    if (typeof refusal === 'string') return refused(refusal)
    await db.update(memberships).set({ role }).where(eq(memberships.id, membershipId))
    if (refusal.personId !== personId)
      await note(db, 'organisation_role', { ...refusal.held, tell: [refusal.personId!] }, { personId, now })
    return done(undefined)
  })
}

/** Takes somebody out, or an invitation back. */
export function removeMember(tenant: City, { membershipId, personId, now }: OnMember): Result {
  return inTenant(tenant, async (db) => {
    const refusal = await refusalFor(db, { membershipId, personId, to: null })
    if (typeof refusal === 'string') return refused(refusal)
    const gone = { state: 'removed', endedAt: now, email: null, tokenHash: null } as const
    await db.update(memberships).set(gone).where(eq(memberships.id, membershipId))
    await changed(db, 'activities')
    return done(undefined)
  })
}

type Wanted = { membershipId: string; personId: string; to: MemberRole | null }

async function refusalFor(db: Db, { membershipId, personId, to }: Wanted) {
  const asked = await findMembership(db, membershipId, to ? ['active'] : ['active', 'invited'])
  const held = asked && (await holdOrganisation(db, asked.organisationId))
  const by = held ? await roleIn(db, held.id, personId) : null
  // Read again under the lock: somebody may have changed it while this one waited.
  const member = held ? await findMembership(db, membershipId, ['active', 'invited']) : null
  if (!held || !member || !hasPower(by, 'manage')) return 'not_there' as const
  const owners = member.state === 'active' ? await countOwners(db, held.id) : Infinity
  return changeRefusal({ by, from: member.role, to, owners }) ?? { held, personId: member.personId }
}

/** A member goes, of their own will. The last owner names another one first. */
export function leaveOrganisation(
  tenant: City,
  { organisationId, personId, now }: Act & { organisationId: string },
): Result {
  return inTenant(tenant, async (db) => {
    await holdOrganisation(db, organisationId)
    const role = await roleIn(db, organisationId, personId)
    if (!role) return refused('not_there')
    const refusal = leavingRefusal(role, await countOwners(db, organisationId))
    if (refusal) return refused(refusal)
    const own = and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId))
    await db
      .update(memberships)
      .set({ state: 'left', endedAt: now })
      .where(and(own, eq(memberships.state, 'active')))
    await changed(db, 'activities')
    return done(undefined)
  })
}

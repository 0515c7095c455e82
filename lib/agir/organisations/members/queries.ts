import 'server-only'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { memberships, organisations, people } from '../../../../drizzle/schema'
import { keyedHash } from '../../../auth/sealing'
import { type Db, inTenant } from '../../../db'
import { hashOf } from '../../../people/sign-in/queries'
import { invitationDays } from './rules'

type City = { id: string }

/** Who acts with an organisation, who was asked to and who asks to: for those who run it. */
export function listMembers(tenant: City, organisationId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: memberships.id,
        personId: memberships.personId,
        name: people.name,
        email: memberships.email,
        role: memberships.role,
        state: memberships.state,
        at: memberships.at,
        joinedAt: memberships.joinedAt,
      })
      .from(memberships)
      .leftJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.organisationId, organisationId),
          inArray(memberships.state, ['active', 'requested', 'invited']),
        ),
      )
      .orderBy(asc(memberships.state), asc(memberships.at), asc(memberships.id)),
  )
}
export type Member = Awaited<ReturnType<typeof listMembers>>[number]

export function countOwners(db: Db, organisationId: string): Promise<number> {
  const owning = and(
    eq(memberships.organisationId, organisationId),
    eq(memberships.role, 'owner'),
    eq(memberships.state, 'active'),
  )
  return db.$count(memberships, owning)
}

/** The invitation a token opens, while it may still be answered. */
export function opensInvitation(token: string) {
  return and(
    eq(memberships.tokenHash, hashOf(token)),
    eq(memberships.state, 'invited'),
    isNull(memberships.personId),
    gt(memberships.at, sql`now() - make_interval(days => ${invitationDays})`),
  )
}

/** What an invitation asks, for the page that asks to confirm: looking changes nothing. */
export function findInvitation(tenant: City, token: string) {
  return inTenant(tenant, async (db) => {
    const [invitation] = await db
      .select({
        name: organisations.name,
        summary: organisations.summary,
        role: memberships.role,
        inviter: people.name,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .leftJoin(people, eq(people.id, memberships.invitedById))
      .where(and(opensInvitation(token), inArray(organisations.state, ['draft', 'submitted', 'active'])))
    return invitation ?? null
  })
}

/** The secret part of an invitation: only this city, with the master secret, can make it from its id. */
export function membershipToken(tenant: City, membershipId: string): string {
  return keyedHash('organisation-invitation', tenant.id, membershipId)
}

/** How somebody stands to an organisation in view: what they may ask of it now. */
export function findStanding(tenant: City, slug: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        id: organisations.id,
        name: organisations.name,
        summary: organisations.summary,
        role: memberships.role,
        membership: memberships.state,
        owners: sql<number>`(select count(*)::int from ${memberships} owning
          where owning.organisation_id = ${organisations.id} and owning.state = 'active' and owning.role = 'owner')`,
      })
      .from(organisations)
      .leftJoin(
        memberships,
        and(
          eq(memberships.organisationId, organisations.id),
          eq(memberships.personId, personId),
          inArray(memberships.state, ['active', 'requested', 'invited']),
        ),
      )
      .where(and(eq(organisations.slug, slug), eq(organisations.state, 'active')))
    return found ?? null
  })
}

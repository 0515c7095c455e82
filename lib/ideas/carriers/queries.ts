import 'server-only'
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { carrierInvitations, carriers, ideas, people } from '../../../drizzle/schema'
import { keyedHash } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { publicName } from '../../people/names/queries'
import { hashOf } from '../../people/sign-in/queries'

type City = { id: string }

/** Those who carry an idea beside its author, the first to have joined first. A deleted account is nobody. */
export function carriersOf(db: Db, ideaId: string) {
  return db
    .select({ personId: carriers.personId, name: people.name, publicName, since: carriers.since })
    .from(carriers)
    .innerJoin(people, eq(people.id, carriers.personId))
    .where(and(eq(carriers.ideaId, ideaId), isNull(people.deletedAt)))
    .orderBy(asc(carriers.since), asc(carriers.personId))
}

/** Whether somebody carries this idea beside its author. */
export function hasCarrier(tenant: City, ideaId: string, personId: string): Promise<boolean> {
  return inTenant(tenant, async (db) => {
    const beside = await carriersOf(db, ideaId)
    return beside.some((carrier) => carrier.personId === personId)
  })
}

/** Who carries an idea and who has been asked to, for those who carry it. */
export function listCarriers(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => ({
    carriers: await carriersOf(db, ideaId),
    invitations: await db
      .select({
        id: carrierInvitations.id,
        email: carrierInvitations.email,
        expiresAt: carrierInvitations.expiresAt,
      })
      .from(carrierInvitations)
      .where(isWaiting(ideaId))
      .orderBy(asc(carrierInvitations.invitedAt)),
  }))
}

export function isWaiting(ideaId: string) {
  const unanswered = isNull(carrierInvitations.answeredAt)
  return and(eq(carrierInvitations.ideaId, ideaId), unanswered, gt(carrierInvitations.expiresAt, sql`now()`))
}

/** The invitation a token opens, while it may still be answered. */
export function opensInvitation(token: string) {
  const unanswered = isNull(carrierInvitations.answeredAt)
  const isOpen = and(unanswered, gt(carrierInvitations.expiresAt, sql`now()`))
  return and(eq(carrierInvitations.tokenHash, hashOf(token)), isOpen)
}

/** What an invitation asks, for the page that asks to confirm: looking changes nothing. */
export function findInvitation(tenant: City, token: string) {
  return inTenant(tenant, async (db) => {
    const [invitation] = await db
      .select({ slug: ideas.slug, title: ideas.title, body: ideas.body, inviter: people.name })
      .from(carrierInvitations)
      .innerJoin(ideas, eq(ideas.id, carrierInvitations.ideaId))
      .leftJoin(people, eq(people.id, carrierInvitations.invitedById))
      .where(and(opensInvitation(token), eq(ideas.publication, 'published')))
    return invitation ?? null
  })
}

/** The secret part of an invitation: only this city, with the master secret, can make it from its id. */
export function invitationToken(tenant: City, invitationId: string): string {
  return keyedHash('carrier-invitation', tenant.id, invitationId)
}

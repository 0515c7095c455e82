import 'server-only'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import {
  carrierInvitations,
  exclusions,
  guestRequests,
  letters,
  memberships,
  people,
  personKeys,
  reports,
  signInLinks,
  staffInvitations,
} from '../../../drizzle/schema'
import type { Db } from '../../db'
import { mailboxKey } from '../sign-in/queries'

type City = { id: string }
export type Mailbox = { email: string; key: string }

/** The address a person has shown to be theirs by a letter sent to it; what a provider says of them shows nothing. */
export async function findMailbox(db: Db, tenant: City, personId: string): Promise<Mailbox | null> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
  if (!person?.email) return null
  const key = mailboxKey(tenant, person.email)
  const own = and(eq(personKeys.personId, personId), eq(personKeys.key, key))
  return (await db.$count(personKeys, own)) > 0 ? { email: person.email, key } : null
}

export const isAt = (column: PgColumn, { email }: Mailbox): SQL =>
  sql`lower(${column}) = ${email.trim().toLowerCase()}`

/** What the city holds about somebody by their address alone: neither tokens, nor who invited them. */
export async function addressedTo(db: Db, tenant: City, personId: string) {
  const own = await findMailbox(db, tenant, personId)
  if (!own) return []
  const parts = {
    'reports.email': await db
      .select({ about: reports.subjectKind, reason: reports.reason, text: reports.text, at: reports.at })
      .from(reports)
      .where(and(isAt(reports.email, own), isNull(reports.reporterId))),
    ...(await invitationsOf(db, own)),
    'letters.address': await db
      .select({
        kind: letters.kind,
        state: letters.state,
        queuedAt: letters.queuedAt,
        sentAt: letters.sentAt,
      })
      .from(letters)
      .where(and(isAt(letters.address, own), isNull(letters.personId))),
    'sign_in_links.email': await db
      .select({ askedAt: signInLinks.askedAt, usedAt: signInLinks.usedAt })
      .from(signInLinks)
      .where(isAt(signInLinks.email, own)),
    'guest_requests.guest_key': await db
      .select({ occurrenceId: guestRequests.occurrenceId, askedAt: guestRequests.askedAt })
      .from(guestRequests)
      .where(eq(guestRequests.guestKey, own.key)),
    'exclusions.guest_key': await db
      .select({ activityId: exclusions.activityId, at: exclusions.at, liftedAt: exclusions.liftedAt })
      .from(exclusions)
      .where(and(eq(exclusions.guestKey, own.key), isNull(exclusions.personId))),
  }
  return Object.entries(parts).flatMap(([as, rows]) => (rows.length > 0 ? [{ as, rows }] : []))
}

async function invitationsOf(db: Db, own: Mailbox) {
  const { role, invitedAt, expiresAt, acceptedAt } = staffInvitations
  return {
    'carrier_invitations.email': await db
      .select({ ideaId: carrierInvitations.ideaId, invitedAt: carrierInvitations.invitedAt })
      .from(carrierInvitations)
      .where(isAt(carrierInvitations.email, own)),
    'staff_invitations.email': await db
      .select({ role, invitedAt, expiresAt, acceptedAt })
      .from(staffInvitations)
      .where(and(isAt(staffInvitations.email, own), isNull(staffInvitations.personId))),
    'memberships.email': await db
      .select({ organisationId: memberships.organisationId, role: memberships.role, at: memberships.at })
      .from(memberships)
      .where(and(isAt(memberships.email, own), isNull(memberships.personId))),
  }
}

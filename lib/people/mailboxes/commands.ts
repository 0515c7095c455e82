import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import {
  carrierInvitations,
  guestRequests,
  letters,
  memberships,
  refusedMailboxes,
  reports,
  signInLinks,
  staffInvitations,
} from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import { keyOfMailbox } from '../../mail/outbox/commands'
import { isAt, type Mailbox } from './queries'

/** An address goes with its account: what was sent to it or left by it, and what still waited for an answer from it. */
export async function forgetMailbox(db: Db, tenant: Tenant, own: Mailbox, now: Date): Promise<void> {
  await db.update(reports).set({ email: null }).where(isAt(reports.email, own))
  await db
    .update(carrierInvitations)
    .set({ answeredAt: now, email: null })
    .where(isAt(carrierInvitations.email, own))
  await db
    .delete(staffInvitations)
    .where(and(isAt(staffInvitations.email, own), isNull(staffInvitations.personId)))
  await db
    .update(memberships)
    .set({ state: 'removed', endedAt: now, email: null, tokenHash: null })
    .where(and(isAt(memberships.email, own), isNull(memberships.personId)))
  const isWaiting = and(isAt(letters.address, own), eq(letters.state, 'waiting'))
  await db.update(letters).set({ state: 'dropped' }).where(isWaiting)
  await db.update(letters).set({ address: null }).where(isAt(letters.address, own))
  await db.delete(signInLinks).where(isAt(signInLinks.email, own))
  await db.delete(guestRequests).where(eq(guestRequests.guestKey, own.key))
  const refused = eq(refusedMailboxes.mailboxKey, keyOfMailbox(tenant, own.email))
  await db.delete(refusedMailboxes).where(refused)
}

import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { grants, letters, signInLinks, staffInvitations } from '../../../drizzle/schema'
import type { Locale, Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import { enqueue } from '../../jobs/commands'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { pathOf } from '../../tenancy/site'
import type { GrantedRole } from '../rules'
import { holdRoles } from '../roles/commands'
import { hashOf } from '../sign-in/queries'
import { linkToken } from '../sign-in/queries'

/** An invitation waits two weeks for whoever is away. */
const days = 14

type Invited = { email: string; role: GrantedRole; locale: Locale; now: Date }

/** Sends somebody a letter whose link signs them in and gives them a role: nobody needs to know them here before. */
export async function inviteToRun(
  db: Db,
  tenant: Tenant,
  { email, role, locale, now }: Invited,
): Promise<void> {
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + days * 86_400_000)
  const next = pathOf(tenant, locale, tenant.modules.ideas ? 'decider' : 'agir', '/administration')
  const link = { id, tokenHash: hashOf(linkToken(tenant, id)), email, next, askedAt: now, expiresAt }
  await db.insert(signInLinks).values(link)
  await db.insert(staffInvitations).values({ email, role, linkId: id, invitedAt: now, expiresAt })
  const letter = { key: `invited:${id}`, kind: 'staff_invitation', address: email, locale, queuedAt: now }
  const [queued] = await db
    .insert(letters)
    .values({ ...letter, priority: 0, detail: { linkId: id, role, days } })
    .returning({ id: letters.id })
  await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
}

/** The same invitation again, by a new letter; the link of the one before is dead. */
export async function inviteAgain(
  db: Db,
  tenant: Tenant,
  { invitation, now }: { invitation: string; now: Date },
): Promise<Outcome<undefined, 'invitation_gone'>> {
  const waiting = and(eq(staffInvitations.id, invitation), isNull(staffInvitations.acceptedAt))
  const [gone] = await db.delete(staffInvitations).where(waiting).returning()
  if (!gone) return refused('invitation_gone')
  await db.delete(signInLinks).where(eq(signInLinks.id, gone.linkId))
  await inviteToRun(db, tenant, { email: gone.email, role: gone.role, locale: tenant.locales[0]!, now })
  return done(undefined)
}

/** Gives the role that waited behind a link to whoever has just come in by it. */
export async function acceptInvitation(
  db: Db,
  tenant: { id: string },
  { linkId, personId, now }: { linkId: string; personId: string; now: Date },
): Promise<void> {
  const waiting = and(
    eq(staffInvitations.linkId, linkId),
    isNull(staffInvitations.acceptedAt),
    gt(staffInvitations.expiresAt, now),
  )
  const taken = { acceptedAt: now, personId }
  const [invited] = await db.update(staffInvitations).set(taken).where(waiting).returning()
  if (!invited) return
  await holdRoles(db, tenant)
  const { role } = invited
  await db.insert(grants).values({ personId, role, startsAt: now, grantedAt: now })
  await record(db, {
    kind: 'role_changed',
    aboutId: personId,
    byId: null,
    byRole: 'system',
    visibility: 'internal',
    at: now,
    detail: { change: 'granted', role },
  })
}

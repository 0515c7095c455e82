import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { letters, memberships } from '../../../../../drizzle/schema'
import { secondsToWait } from '../../../../auth/rate-limits'
import { inTenant } from '../../../../db'
import { enqueue } from '../../../../jobs/commands'
import { mailbox } from '../../../../mail/address'
import { done, type Outcome, refused } from '../../../../outcome'
import { hashOf } from '../../../../people/sign-in/queries'
import { limits } from '../../../../people/sign-in/rules'
import { changed } from '../../../../tenancy/freshness'
import { roleIn } from '../../queries'
import { hasPower, type MemberRole } from '../../rules'
import { countWaiting, holdOrganisation } from '../commands'
import { membershipToken, opensInvitation } from '../queries'
import { type MemberRefusal, mostWaiting, neededFor } from '../rules'

type City = { id: string }
type Result<Value = undefined> = Promise<Outcome<Value, MemberRefusal>>
type Act = { personId: string; now: Date }

type Invited = Act & { organisationId: string; email: string; role: MemberRole; locale: string }

/** Asks someone by letter to act with it. The answer is the same whether the address is known here or not. */
export async function inviteMember(
  tenant: City,
  { organisationId, personId, email, role, locale, now }: Invited,
): Result {
  if (await secondsToWait(tenant, 'link-to', mailbox(email), limits.lettersToOneAddress))
    return refused('too_many_letters')
  return inTenant(tenant, async (db) => {
    const held = await holdOrganisation(db, organisationId)
    const by = held ? await roleIn(db, organisationId, personId) : null
    if (!held || !hasPower(by, 'manage')) return refused('not_there')
    if (!hasPower(by, neededFor(role))) return refused('beyond_your_role')
    if ((await countWaiting(db, organisationId)) >= mostWaiting) return refused('too_many_waiting')
    const id = randomUUID()
    const tokenHash = hashOf(membershipToken(tenant, id))
    const invited = {
      id,
      organisationId,
      email,
      tokenHash,
      role,
      state: 'invited',
      invitedById: personId,
    } as const
    await db.insert(memberships).values({ ...invited, at: now })
    const kind = 'organisation_invitation'
    const letter = { key: `${kind}:${id}`, kind, address: email, locale, queuedAt: now, priority: 0 }
    const [queued] = await db
      .insert(letters)
      .values({ ...letter, detail: { membershipId: id, title: held.name } })
      .returning({ id: letters.id })
    await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
    return done(undefined)
  })
}

/** Whoever holds the letter and signs in acts with it from now on, as what they were asked to be. */
export function acceptInvitation(
  tenant: City,
  { token, personId, now }: Act & { token: string },
): Result<{ organisationId: string }> {
  return inTenant(tenant, async (db) => {
    const [invitation] = await db.select().from(memberships).where(opensInvitation(token)).for('update')
    if (!invitation) return refused('not_valid')
    const { id, organisationId } = invitation
    if (await roleIn(db, organisationId, personId)) return refused('already_member')
    const asking = and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId))
    await db
      .update(memberships)
      .set({ state: 'removed', endedAt: now })
      .where(and(asking, inArray(memberships.state, ['requested', 'invited'])))
    const joined = { state: 'active', personId, joinedAt: now, email: null, tokenHash: null } as const
    await db.update(memberships).set(joined).where(eq(memberships.id, id))
    await changed(db, 'activities')
    return done({ organisationId })
  })
}

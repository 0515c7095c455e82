import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { carrierInvitations, carriers, ideas, letters } from '../../../drizzle/schema'
import { secondsToWait } from '../../auth/rate-limits'
import { type Db, inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import { record } from '../../journal/commands'
import { mailbox } from '../../mail/address'
import { done, type Outcome, refused } from '../../outcome'
import { limits } from '../../people/sign-in/rules'
import { hashOf } from '../../people/sign-in/queries'
import { changed } from '../../tenancy/freshness'
import { ownIdea } from '../authoring/queries'
import { invitationToken, isWaiting, opensInvitation } from './queries'
import { type CarrierRefusal, invitationDays, invitationRefusal } from './rules'

type City = { id: string }
type Act = { ideaId: string; personId: string; now: Date }
type Result = Promise<Outcome<undefined, CarrierRefusal>>
const day = 86_400_000

/** Asks someone by letter to carry the idea too. The answer is the same whether the address is known here or not. */
export async function inviteCarrier(
  tenant: City,
  { ideaId, personId, email, locale, now }: Act & { email: string; locale: string },
): Result {
  if (await secondsToWait(tenant, 'link-to', mailbox(email), limits.lettersToOneAddress))
    return refused('too_many_letters')
  return inTenant(tenant, async (db) => {
    const idea = await ownIdea(db, ideaId, personId, true)
    if (!idea) return refused('not_there')
    const many =
      (await db.$count(carriers, eq(carriers.ideaId, ideaId))) +
      (await db.$count(carrierInvitations, isWaiting(ideaId)))
    const refusal = invitationRefusal(idea, many)
    if (refusal) return refused(refusal)
    const id = randomUUID()
    await db.insert(carrierInvitations).values({
      id,
      ideaId,
      email,
      tokenHash: hashOf(invitationToken(tenant, id)),
      invitedById: personId,
      invitedAt: now,
      expiresAt: new Date(now.getTime() + invitationDays * day),
    })
    const kind = 'carrier_invitation'
    const letter = { key: `${kind}:${id}`, kind, address: email, locale, queuedAt: now, priority: 0 }
    const detail = { invitationId: id, title: idea.title }
    const [queued] = await db
      .insert(letters)
      .values({ ...letter, detail })
      .returning({ id: letters.id })
    await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
    await note(db, 'co_carrier_invited', { ideaId, personId, now })
    return done(undefined)
  })
}

type Answer = { token: string; personId: string; now: Date }

/** Whoever holds the letter and signs in carries the idea from now on. */
export function joinIdea(tenant: City, { token, personId, now }: Answer) {
  return inTenant(tenant, async (db): Promise<Outcome<{ ideaId: string }, CarrierRefusal>> => {
    const [invitation] = await db
      .select()
      .from(carrierInvitations)
      .where(opensInvitation(token))
      .for('update')
    if (!invitation) return refused('not_valid')
    const { id, ideaId } = invitation
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    if (idea?.publication !== 'published') return refused('not_published')
    if (idea.authorId === personId) return refused('already_carrier')
    const joined = await db
      .insert(carriers)
      .values({ ideaId, personId, since: now })
      .onConflictDoNothing()
      .returning({ ideaId: carriers.ideaId })
    if (joined.length === 0) return refused('already_carrier')
    await db
      .update(carrierInvitations)
      .set({ answeredAt: now, email: null })
      .where(eq(carrierInvitations.id, id))
    await note(db, 'co_carrier_joined', { ideaId, personId, now })
    return done({ ideaId })
  })
}

/** An invitation that is no longer meant serves no more. */
export function takeBackInvitation(
  tenant: City,
  { invitationId, personId, now }: { invitationId: string; personId: string; now: Date },
): Result {
  return inTenant(tenant, async (db) => {
    const [invitation] = await db
      .select()
      .from(carrierInvitations)
      .where(eq(carrierInvitations.id, invitationId))
    if (!invitation || !(await ownIdea(db, invitation.ideaId, personId))) return refused('not_there')
    await db
      .update(carrierInvitations)
      .set({ answeredAt: now, email: null })
      .where(eq(carrierInvitations.id, invitationId))
    return done(undefined)
  })
}

/** Who carried it with its author no longer does. */
export function stepDown(tenant: City, { ideaId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const left = await db
      .delete(carriers)
      .where(and(eq(carriers.ideaId, ideaId), eq(carriers.personId, personId)))
      .returning({ ideaId: carriers.ideaId })
    if (left.length === 0) return refused('not_carrier')
    await note(db, 'co_carrier_left', { ideaId, personId, now })
    return done(undefined)
  })
}

async function note(
  db: Db,
  kind: 'co_carrier_invited' | 'co_carrier_joined' | 'co_carrier_left',
  { ideaId, personId, now }: Act,
): Promise<void> {
  const visibility = kind === 'co_carrier_invited' ? 'internal' : 'public'
  await record(db, { kind, aboutId: ideaId, at: now, byId: personId, byRole: 'author', visibility })
  await changed(db, `idea:${ideaId}`)
}

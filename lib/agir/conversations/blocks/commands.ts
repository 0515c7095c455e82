import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { conversationBlocks } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { findParties, sideIn } from '../queries'

type City = { id: string }
type Act = { conversationId: string; personId: string; now: Date }
type Result = Promise<Outcome<{ id: string }, 'not_there'>>

/** One side hears no more from the other, here and in whatever else they have between them. */
export const block = (tenant: City, act: Act): Result => change(tenant, act, true)

export const unblock = (tenant: City, act: Act): Result => change(tenant, act, false)

function change(tenant: City, { conversationId, personId, now }: Act, isBlocked: boolean): Result {
  return inTenant(tenant, async (db) => {
    const parties = await findParties(db, conversationId, { lock: true })
    const side = parties && (await sideIn(db, parties, personId))
    if (!parties?.personId || !side || !(parties.organisationId ?? parties.organiserId))
      return refused('not_there')
    const { organisationId, organiserId } = parties
    const own = and(
      eq(conversationBlocks.personId, parties.personId),
      eq(conversationBlocks.side, side),
      isNull(conversationBlocks.liftedAt),
      organisationId
        ? eq(conversationBlocks.organisationId, organisationId)
        : eq(conversationBlocks.organiserId, organiserId!),
    )
    await db.update(conversationBlocks).set({ liftedAt: now }).where(own)
    if (isBlocked)
      await db
        .insert(conversationBlocks)
        .values({ personId: parties.personId, organisationId, organiserId, side, byId: personId, at: now })
    return done({ id: conversationId })
  })
}

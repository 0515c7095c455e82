import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { callAnswers, calls, volunteers } from '../../../drizzle/schema'
import { inTenant } from '../../db'

type City = { id: string }

/** What somebody offers the city, and what they were asked; nobody else reads it here. */
export function findOwnOffer(tenant: City, personId: string) {
  return inTenant(tenant, async (db) => {
    const [offer] = await db.select().from(volunteers).where(eq(volunteers.personId, personId))
    const asked = await db
      .select({
        id: callAnswers.id,
        title: calls.title,
        locale: calls.locale,
        onDay: calls.onDay,
        part: calls.part,
        state: callAnswers.state,
        expiresAt: calls.expiresAt,
        closedAt: calls.closedAt,
      })
      .from(callAnswers)
      .innerJoin(calls, eq(calls.id, callAnswers.callId))
      .where(eq(callAnswers.personId, personId))
      .orderBy(desc(callAnswers.askedAt))
      .limit(20)
    return { offer: offer ?? null, asked }
  })
}
export type OwnOffer = Awaited<ReturnType<typeof findOwnOffer>>

import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { follows, ideas } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'

type City = { id: string }
type Following = { ideaId: string; personId: string }

/** Asks for the letters about an idea. It is a row of its own: whoever follows has not said that they support. */
export function followIdea(
  tenant: City,
  { ideaId, personId, now }: Following & { now: Date },
): Promise<Outcome<{ following: true }, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const isPublic = inArray(ideas.publication, ['published', 'withdrawn', 'merged'])
    const [idea] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), isPublic))
    if (!idea) return refused('not_there')
    await db.insert(follows).values({ ideaId, personId, since: now }).onConflictDoNothing()
    return done({ following: true })
  })
}

export function stopFollowing(
  tenant: City,
  { ideaId, personId }: Following,
): Promise<Outcome<{ following: false }, never>> {
  return inTenant(tenant, async (db) => {
    await db.delete(follows).where(and(eq(follows.ideaId, ideaId), eq(follows.personId, personId)))
    return done({ following: false })
  })
}

import 'server-only'
import { and, eq } from 'drizzle-orm'
import { ideas, letters, people } from '../../drizzle/schema'
import type { Tenant } from '../../tenants/tenant'
import { inTenant } from '../db'

/** A letter that is still to leave, who it is for as of now, and the idea it is about. */
export function findWaitingLetter(tenant: Tenant, letterId: string) {
  return inTenant(tenant, async (db) => {
    const [waiting] = await db
      .select({
        letter: letters,
        person: { id: people.id, name: people.name, email: people.email, wantsMail: people.wantsMail },
      })
      .from(letters)
      .leftJoin(people, eq(people.id, letters.personId))
      .where(and(eq(letters.id, letterId), eq(letters.state, 'waiting')))
    if (!waiting) return null
    const { ideaId } = waiting.letter.detail as { ideaId?: string }
    const [idea] = ideaId ? await db.select(told).from(ideas).where(eq(ideas.id, ideaId)) : []
    return { ...waiting, idea: idea ?? null }
  })
}
export type WaitingLetter = NonNullable<Awaited<ReturnType<typeof findWaitingLetter>>>

/** As much of an idea as a letter says. */
const told = {
  id: ideas.id,
  authorId: ideas.authorId,
  slug: ideas.slug,
  title: ideas.title,
  threshold: ideas.threshold,
  supportCount: ideas.supportCount,
  deadlineAt: ideas.deadlineAt,
  refusalCode: ideas.refusalCode,
  refusalText: ideas.refusalText,
}

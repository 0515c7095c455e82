import 'server-only'
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { follows, ideas, people, sessions } from '../../drizzle/schema'
import type { Tenant } from '../../tenants/tenant'
import { inTenant } from '../db'

/** What a person sees of themselves. Whoever asks is that person. */
export function findAccount(tenant: Tenant, personId: string) {
  return inTenant(tenant, async (db) => {
    const [person] = await db.select().from(people).where(eq(people.id, personId))
    const alive = and(
      eq(sessions.personId, personId),
      isNull(sessions.revokedAt),
      gt(sessions.expiresAt, sql`now()`),
    )
    const open = await db.select().from(sessions).where(alive).orderBy(desc(sessions.startedAt)).limit(50)
    const followed = await db
      .select({ id: ideas.id, slug: ideas.slug, title: ideas.title })
      .from(follows)
      .innerJoin(ideas, eq(ideas.id, follows.ideaId))
      .where(eq(follows.personId, personId))
      .orderBy(desc(follows.since))
      .limit(200)
    return { person: person!, sessions: open, followed }
  })
}
export type Account = Awaited<ReturnType<typeof findAccount>>

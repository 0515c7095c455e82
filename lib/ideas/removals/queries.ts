import 'server-only'
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ideas, people, removals } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

type City = { id: string }
const asker = alias(people, 'asker')

/** What waits for a second person, and what was decided: the latest first. */
export function listRemovals(tenant: City) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: removals.id,
        ground: removals.ground,
        legal: removals.legal,
        reason: removals.reason,
        askedById: removals.askedById,
        askedAs: removals.askedAs,
        askedAt: removals.askedAt,
        confirmedAt: removals.confirmedAt,
        declinedAt: removals.declinedAt,
        asker: asker.name,
        title: ideas.title,
        address: ideas.slug,
        ideaId: ideas.id,
        authorId: ideas.authorId,
        districtCode: ideas.districtCode,
        secondDistrictCode: ideas.secondDistrictCode,
        themeId: ideas.themeId,
      })
      .from(removals)
      .innerJoin(ideas, eq(ideas.id, removals.ideaId))
      .leftJoin(asker, eq(asker.id, removals.askedById))
      .where(isNull(removals.declinedAt))
      .orderBy(desc(removals.askedAt))
      .limit(100),
  )
}
export type ListedRemoval = Awaited<ReturnType<typeof listRemovals>>[number]

/** On what ground a text was taken away, and when; null where nobody decided it so. */
export async function readRemoval(db: Db, ideaId: string) {
  const [removal] = await db
    .select(said)
    .from(removals)
    .where(and(eq(removals.ideaId, ideaId), isNotNull(removals.confirmedAt)))
  return removal ?? null
}

const said = {
  ground: removals.ground,
  legal: removals.legal,
  at: sql<Date>`${removals.confirmedAt}`.mapWith(removals.askedAt),
}

/** The same for whoever wrote it, with the reason given to them alone. */
export function findOwnRemoval(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const [removal] = await db
      .select({ ...said, reason: removals.reason })
      .from(removals)
      .where(and(eq(removals.ideaId, ideaId), isNotNull(removals.confirmedAt)))
    return removal ?? null
  })
}
export type OwnRemoval = NonNullable<Awaited<ReturnType<typeof findOwnRemoval>>>

import 'server-only'
import { and, asc, between, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { ideas, invalidations, supports } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { type Acting, actsAs } from '../../people/rules'
import { type Condition, stateOf, statesOf } from './rules'

type City = { id: string }

/** How many voices a condition would take out, before anybody decides anything. */
export function countMatching(db: Db, ideaId: string, condition: Condition): Promise<number> {
  const { fromDay, toDay, onlyFresh } = condition
  return db.$count(
    supports,
    and(
      eq(supports.ideaId, ideaId),
      inArray(supports.state, statesOf(condition) as ('counted' | 'held')[]),
      between(supports.countedOn, fromDay, toDay),
      onlyFresh ? eq(supports.isFresh, true) : undefined,
    ),
  )
}

export function tryCondition(tenant: City, ideaId: string, condition: Condition): Promise<number> {
  return inTenant(tenant, (db) => countMatching(db, ideaId, condition))
}

/** What there is to look at before a right is certified: what is being checked, held or proposed. */
export function listToCheck(tenant: City, by: Acting) {
  return inTenant(tenant, async (db) => {
    const proposed = sql`exists (select from ${invalidations} where ${invalidations.ideaId} = ${ideas.id})`
    const rows = await db
      .select(shown)
      .from(ideas)
      .where(
        and(
          eq(ideas.publication, 'published'),
          or(eq(ideas.collection, 'reached'), sql`${ideas.heldCount} > 0`, proposed),
        ),
      )
      .orderBy(desc(ideas.heldCount), asc(ideas.reachedAt), asc(ideas.id))
      .limit(200)
    return rows.filter((idea) => actsAs(by, 'moderator', idea))
  })
}

/** The voices of one idea by day, as numbers, and the decisions made about them. */
export function findChecking(tenant: City, ideaId: string, by: Acting) {
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select(shown)
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), eq(ideas.publication, 'published')))
    if (!idea || !actsAs(by, 'moderator', idea)) return null
    const counted = (condition: ReturnType<typeof sql>) =>
      sql<number>`(count(*) filter (where ${condition}))::int`
    const days = await db
      .select({
        day: supports.countedOn,
        counted: counted(sql`${supports.state} = 'counted'`),
        fresh: counted(sql`${supports.isFresh}`),
        held: counted(sql`${supports.state} = 'held'`),
        invalidated: counted(sql`${supports.state} = 'invalidated'`),
      })
      .from(supports)
      .where(eq(supports.ideaId, ideaId))
      .groupBy(supports.countedOn)
      .orderBy(desc(supports.countedOn))
      .limit(60)
    const decisions = await db
      .select()
      .from(invalidations)
      .where(eq(invalidations.ideaId, ideaId))
      .orderBy(desc(invalidations.proposedAt))
    return { ...idea, days, decisions: await withVoices(db, decisions) }
  })
}

/** How many voices each proposal would take out now; null once it is decided. */
async function withVoices(db: Db, decisions: (typeof invalidations.$inferSelect)[]) {
  const found = []
  for (const decision of decisions) {
    const isOpen = stateOf(decision) === 'proposed'
    found.push({ ...decision, voices: isOpen ? await countMatching(db, decision.ideaId, decision) : null })
  }
  return found
}

export type Checking = NonNullable<Awaited<ReturnType<typeof findChecking>>>

const shown = {
  id: ideas.id,
  slug: sql<string>`${ideas.slug}`,
  title: ideas.title,
  locale: ideas.locale,
  themeId: ideas.themeId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  authorId: ideas.authorId,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  supportCount: ideas.supportCount,
  heldCount: ideas.heldCount,
  threshold: ideas.threshold,
  reachedAt: ideas.reachedAt,
  certifiedAt: ideas.certifiedAt,
  timeZone: ideas.timeZone,
}

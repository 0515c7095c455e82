import 'server-only'
import { and, asc, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { ideas, ideaTallies, milestones, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const shown = {
  id: ideas.id,
  slug: sql<string>`${ideas.slug}`,
  title: ideas.title,
  supportCount: ideas.supportCount,
  threshold: sql<number>`${ideas.threshold}`,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
}
const gathering = and(eq(ideas.publication, 'published'), eq(ideas.collection, 'open'))
const few = 3

/** What a city's home shows: how many take part, what is about to happen, what just did. */
export function findOverview(tenant: { id: string }, now: Date) {
  return inTenant(tenant, async (db) => ({
    nearTheGoal: await listNearTheGoal(db, now),
    closingSoon: await listClosingSoon(db, now),
    reached: await listReached(db),
    delivered: await listDelivered(db),
    districts: await countByDistrict(db),
    figures: await countAll(db),
  }))
}
export type Overview = Awaited<ReturnType<typeof findOverview>>

function listNearTheGoal(db: Db, now: Date) {
  return db
    .select(shown)
    .from(ideas)
    .where(and(gathering, gt(ideas.deadlineAt, now), gt(ideas.supportCount, 0)))
    .orderBy(sql`${ideas.supportCount}::float8 / ${ideas.threshold} desc nulls last`, ideas.id)
    .limit(few)
}

function listClosingSoon(db: Db, now: Date) {
  return db
    .select({ ...shown, deadlineAt: sql<Date>`${ideas.deadlineAt}`.mapWith(ideas.deadlineAt) })
    .from(ideas)
    .where(and(gathering, gt(ideas.deadlineAt, now)))
    .orderBy(ideas.deadlineAt, ideas.id)
    .limit(few)
}

function listReached(db: Db) {
  return db
    .select({ ...shown, reachedAt: sql<Date>`${ideas.reachedAt}`.mapWith(ideas.reachedAt) })
    .from(ideas)
    .where(
      and(
        eq(ideas.publication, 'published'),
        inArray(ideas.collection, ['reached', 'certified']),
        isNotNull(ideas.reachedAt),
      ),
    )
    .orderBy(desc(ideas.reachedAt), ideas.id)
    .limit(few)
}

/** What got built, in the words and with the picture of the city's own report. */
async function listDelivered(db: Db) {
  const built = await db
    .select({
      ...shown,
      publishedAt: ideas.publishedAt,
      reachedAt: ideas.reachedAt,
      changedAt: ideas.changedAt,
    })
    .from(ideas)
    .where(and(eq(ideas.publication, 'published'), eq(ideas.delivery, 'delivered')))
    .orderBy(desc(ideas.changedAt), ideas.id)
    .limit(few)
  const { ideaId, body, file, alt, width, height } = milestones
  const ids = built.map(({ id }) => id)
  const reports = await db
    .select({ ideaId, body, file, alt, width, height })
    .from(milestones)
    .where(and(inArray(milestones.ideaId, ids), eq(milestones.kind, 'delivered')))
    .orderBy(asc(milestones.at))
  return built.map((idea) => ({ ...idea, report: reports.find((one) => one.ideaId === idea.id) ?? null }))
}

/** Read from the tallies, whose sum is the truth: a handful of rows however many ideas there are. */
function countByDistrict(db: Db) {
  const { districtCode, secondDistrictCode, change } = ideaTallies
  const within = sql`case when ${secondDistrictCode} is null then array[${districtCode}] else array[${districtCode}, ${secondDistrictCode}] end`
  return db
    .select({ code: sql<string | null>`code`, count: sql<number>`sum(${change})::int` })
    .from(ideaTallies)
    .innerJoin(sql`unnest(${within}) code`, sql`true`)
    .where(eq(ideaTallies.publication, 'published'))
    .groupBy(sql`code`)
    .having(ne(sql`sum(${change})`, 0))
}

async function countAll(db: Db) {
  const right = inArray(ideaTallies.collection, ['reached', 'certified'])
  const [tally] = await db
    .select({
      published: sql<number>`coalesce(sum(${ideaTallies.change}), 0)::int`,
      open: sql<number>`coalesce(sum(${ideaTallies.change}) filter (where ${eq(ideaTallies.collection, 'open')}), 0)::int`,
      reached: sql<number>`coalesce(sum(${ideaTallies.change}) filter (where ${right}), 0)::int`,
    })
    .from(ideaTallies)
    .where(eq(ideaTallies.publication, 'published'))
  const [given] = await db
    .select({ supports: sql<number>`coalesce(sum(${ideas.supportCount}), 0)::int` })
    .from(ideas)
    .where(eq(ideas.publication, 'published'))
  const [registered] = await db.select({ people: sql<number>`count(*)::int` }).from(people)
  return { ...tally!, ...given!, ...registered! }
}

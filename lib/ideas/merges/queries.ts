import 'server-only'
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { carriers, ideas, merges } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

type City = { id: string }

const source = alias(ideas, 'source')
const target = alias(ideas, 'target')

const columns = {
  id: merges.id,
  state: merges.state,
  reason: merges.reason,
  proposedById: merges.proposedById,
  proposedAt: merges.proposedAt,
  silentFrom: merges.silentFrom,
  sourceYesAt: merges.sourceYesAt,
  targetYesAt: merges.targetYesAt,
  mergedAt: merges.mergedAt,
  answersUntil: merges.answersUntil,
  undoUntil: merges.undoUntil,
  endReason: merges.endReason,
  mayConfirm: sql<boolean>`${merges.silentFrom} <= now()`,
  mayUndo: sql<boolean>`coalesce(${merges.undoUntil} > now(), false)`,
  source: { id: source.id, slug: source.slug, title: source.title, supportCount: source.supportCount },
  target: { id: target.id, slug: target.slug, title: target.title, supportCount: target.supportCount },
}
export type MergeRow = Awaited<ReturnType<typeof mergesOf>>[number]

function withBoth(db: Db) {
  return db
    .select(columns)
    .from(merges)
    .innerJoin(source, eq(source.id, merges.sourceId))
    .innerJoin(target, eq(target.id, merges.targetId))
}

/** Everything that was proposed between this idea and others. */
export function mergesOf(db: Db, ideaId: string) {
  return withBoth(db)
    .where(or(eq(merges.sourceId, ideaId), eq(merges.targetId, ideaId)))
    .orderBy(asc(merges.proposedAt), asc(merges.id))
}

/** What still waits for a carrier or for a second person of the city, the oldest first. */
export function listProposedMerges(tenant: City) {
  return inTenant(tenant, (db) =>
    withBoth(db)
      .where(eq(merges.state, 'proposed'))
      .orderBy(asc(merges.proposedAt), asc(merges.id))
      .limit(200),
  )
}

/** What a person is asked as a carrier of one of the two. */
export function listMergesToAnswer(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const all = await mergesOf(db, ideaId)
    return all.filter(({ state }) => state === 'proposed')
  })
}

export type Lineage = Awaited<ReturnType<typeof lineageOf>>

/** Where an idea came from and where it went: what readers of either side need to find the other. */
export async function lineageOf(db: Db, idea: { id: string; splitFromId: string | null }) {
  const shown = inArray(ideas.publication, ['published', 'withdrawn', 'merged'])
  const titles = (which: SQL) =>
    db.select({ slug: ideas.slug, title: ideas.title }).from(ideas).where(and(which, shown))
  const [merged, parts, again, whole] = await Promise.all([
    mergesOf(db, idea.id),
    titles(eq(ideas.splitFromId, idea.id)),
    titles(eq(ideas.previousId, idea.id)),
    idea.splitFromId ? titles(eq(ideas.id, idea.splitFromId)) : [],
  ])
  const into = merged.find(({ state, source: from }) => state === 'merged' && from.id === idea.id) ?? null
  const absorbed = merged.filter(({ state, target: to }) => state === 'merged' && to.id === idea.id)
  return { into: into && (await withLast(db, into)), absorbed, parts, again, whole: whole[0] ?? null }
}

async function withLast(db: Db, into: MergeRow) {
  const chain = await chainFrom(db, into.source.id)
  const last = chain.at(-1)!
  const [idea] = await db
    .select({ slug: ideas.slug, title: ideas.title })
    .from(ideas)
    .where(eq(ideas.id, last.ideaId))
  return { ...into, last: idea!, asks: chain.every(({ asks }) => asks) }
}

export type Link = { ideaId: string; mergeId: string; asks: boolean }

/** From merge to merge, to where the first idea's supporters may go now; empty when it was not merged. */
export async function chainFrom(db: Db, ideaId: string): Promise<Link[]> {
  const rows = await db.execute<{ idea_id: string; merge_id: string; asks: boolean }>(sql`
    with recursive chain as (
      select target_id, id, answers_until > now() as asks, 1 as place from ${merges}
      where source_id = ${ideaId} and state = 'merged'
      union all
      select next.target_id, next.id, chain.asks, place + 1 from chain
      join ${merges} next on next.source_id = chain.target_id and next.state = 'merged'
      where place < 20
    )
    select target_id as idea_id, id as merge_id, asks from chain order by place`)
  return rows.map((row) => ({ ideaId: row.idea_id, mergeId: row.merge_id, asks: row.asks }))
}

/** Every idea that was merged into this one, or into one that was. */
export async function sourcesOf(db: Db, ideaId: string): Promise<string[]> {
  const rows = await db.execute<{ source_id: string }>(sql`
    with recursive came as (
      select source_id, 1 as place from ${merges} where target_id = ${ideaId} and state = 'merged'
      union all
      select before.source_id, place + 1 from came
      join ${merges} before on before.target_id = came.source_id and before.state = 'merged'
      where place < 20
    )
    select distinct source_id from came order by source_id`)
  return rows.map((row) => row.source_id)
}

/** Whether this person carries the idea: its author, or someone beside them. */
export async function carries(db: Db, ideaId: string, personId: string): Promise<boolean> {
  const [known] = await db
    .select({ id: ideas.id })
    .from(ideas)
    .leftJoin(carriers, and(eq(carriers.ideaId, ideas.id), eq(carriers.personId, personId)))
    .where(and(eq(ideas.id, ideaId), or(eq(ideas.authorId, personId), eq(carriers.personId, personId))))
  return known !== undefined
}

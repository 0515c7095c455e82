import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { carriers, ideas, merges } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { holdBans, suspendAgain } from '../../../people/bans/voices/commands'
import { type Acting, actsAs } from '../../../people/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { readRuleSet } from '../../../rules/queries'
import { deadlineOf } from '../../../rules/rules'
import { changed } from '../../../tenancy/freshness'
import { applyChange } from '../../changes/commands'
import { givenBack } from '../../steering/rules'
import { mergeRefusal, type MergeRefusal, undoRefusal, undoWithinDays } from '../rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, MergeRefusal>>
type Merge = { id: string; sourceId: string; targetId: string }
type By = { byId: string; byRole: 'author' | 'moderator'; now: Date }

/** Both ideas, locked in the order of their keys; null when they are not two. */
export async function lockBoth(db: Db, sourceId: string, targetId: string) {
  const rows = await db
    .select()
    .from(ideas)
    .where(inArray(ideas.id, [sourceId, targetId]))
    .orderBy(asc(ideas.id))
    .for('no key update')
  const [source, target] = [sourceId, targetId].map((id) => rows.find((row) => row.id === id))
  return source && target && source !== target ? { source, target } : null
}

/**
 * The source joins the target. No voice moves: each supporter is asked, and may answer until the day the rules of the
 * source give them. Who wrote the source carries the target with its author.
 */
export async function completeMerge(db: Db, { id, sourceId, targetId }: Merge, by: By): Result {
  const { now } = by
  const both = await lockBoth(db, sourceId, targetId)
  const refusal = both ? mergeRefusal(both.source, both.target, now) : 'not_there'
  if (!both || refusal) {
    await db.update(merges).set({ state: 'cancelled', endedAt: now }).where(eq(merges.id, id))
    return refused(refusal ?? 'not_there')
  }
  const { source, target } = both
  const days = (await readRuleSet(db, source.ruleVersion!))!.rules.mergeAnswerDays
  const answersUntil = deadlineOf(now, { days }, source.timeZone!)
  const undoUntil = deadlineOf(now, { days: undoWithinDays }, source.timeZone!)
  await db
    .update(merges)
    .set({ state: 'merged', mergedAt: now, answersUntil, undoUntil })
    .where(eq(merges.id, id))
  await applyChange(db, source, 'merge', {
    ...by,
    set: { mergedIntoId: targetId, adoptionUntil: null },
    detail: { slug: target.slug, other: target.title, answersUntilAt: answersUntil.toISOString() },
  })
  const { byId, byRole } = by
  const detail = { slug: source.slug, other: source.title }
  await record(db, {
    kind: 'merged_in',
    aboutId: targetId,
    at: now,
    byId,
    byRole,
    visibility: 'public',
    detail,
  })
  if (source.authorId && source.authorId !== target.authorId)
    await db
      .insert(carriers)
      .values({ ideaId: targetId, personId: source.authorId, since: now })
      .onConflictDoNothing()
  await changed(db, `idea:${targetId}`)
  return done(undefined)
}

type Undo = { mergeId: string; reason: string; by: Acting & { id: string }; now: Date }

/** Within thirty days the two are two again: voices that came go back, and the days lost are given back. */
export function undoMerge(tenant: City, { mergeId, reason, by, now }: Undo): Result {
  return inTenant(tenant, async (db) => {
    const [merge] = await db.select().from(merges).where(eq(merges.id, mergeId)).for('no key update')
    if (!merge) return refused('not_there')
    const [before] = await db.select().from(ideas).where(eq(ideas.id, merge.targetId))
    if (!actsAs(by, 'moderator', before)) return refused('elsewhere')
    const refusal = undoRefusal(merge, before!, now)
    if (refusal) return refused(refusal)

    const { sourceId, targetId } = merge
    const bans = await holdBans(db)
    const moved = await carryBack(db, merge)
    const { source, target } = (await lockBoth(db, sourceId, targetId))!
    if (undoRefusal(merge, target, now)) throw new Error(`merge ${mergeId} changed while it was undone`)
    await db
      .update(merges)
      .set({ state: 'undone', endedAt: now, endedById: by.id, endReason: reason })
      .where(eq(merges.id, mergeId))
    const byId = by.id
    const deadlineAt = givenBack(source.deadlineAt!, merge.mergedAt!, now, source.timeZone!)
    const supportCount = source.supportCount + moved.back
    await applyChange(db, source, 'unmerge', {
      byId,
      byRole: 'moderator',
      now,
      set: { mergedIntoId: null, deadlineAt, supportCount },
      detail: { text: reason, slug: target.slug, other: target.title, count: moved.back },
    })
    await suspendAgain(db, tenant, sourceId, bans)
    await giveBackTarget(db, merge, { ...moved, author: source.authorId })
    const detail = { text: reason, slug: source.slug, other: source.title, count: moved.gone }
    const told = { aboutId: targetId, at: now, byId, byRole: 'moderator', visibility: 'public' } as const
    await record(db, { kind: 'split_off', ...told, detail })
    return done(undefined)
  })
}

async function carryBack(db: Db, { id, sourceId, targetId }: Merge) {
  const [moved] = await db.execute<{ back: number; gone: number; held: number }>(
    sql`select back, gone, gone_held as held from app.carry_back(${id}, ${sourceId}, ${targetId})`,
  )
  return moved!
}

async function giveBackTarget(
  db: Db,
  { targetId, mergedAt }: { targetId: string; mergedAt: Date | null },
  { gone, held, author }: { gone: number; held: number; author: string | null },
): Promise<void> {
  await db
    .update(ideas)
    .set({
      supportCount: sql`${ideas.supportCount} - ${gone}`,
      heldCount: sql`${ideas.heldCount} - ${held}`,
    })
    .where(eq(ideas.id, targetId))
  if (author && mergedAt)
    await db
      .delete(carriers)
      .where(and(eq(carriers.ideaId, targetId), eq(carriers.personId, author), eq(carriers.since, mergedAt)))
  await changed(db, `idea:${targetId}`)
}

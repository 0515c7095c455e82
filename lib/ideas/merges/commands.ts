import 'server-only'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { ideas, merges } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { type Acting, actsAs } from '../../people/rules'
import { done, type Outcome, refused } from '../../outcome'
import { carries } from './queries'
import { completeMerge, lockBoth } from './completion/commands'
import { confirmationRefusal, mergeRefusal, type MergeRefusal, silentAfterDays } from './rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, MergeRefusal>>
const day = 86_400_000

type Staff = Acting & { id: string }
type Proposal = { ideaId: string; other: string; reason: string; by: Staff; now: Date }

/** A moderator proposes that one idea join another; nothing changes until those who carry them agree. */
export function proposeMerge(tenant: City, { ideaId, other, reason, by, now }: Proposal): Result {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(or(eq(ideas.slug, other), sql`${ideas.id}::text = ${other}`))
    if (!found) return refused('not_there')
    const both = await lockBoth(db, ideaId, found.id)
    if (!both) return refused(found.id === ideaId ? 'same_idea' : 'not_there')
    const { source, target } = both
    const refusal = mergeRefusal(source, target, now)
    if (refusal) return refused(refusal)
    if (!actsAs(by, 'moderator', source)) return refused('elsewhere')
    if (await carriesEither(db, [source.id, target.id], by.id)) return refused('own_idea')
    if (await isUnderWay(db, source.id)) return refused('already_proposed')

    const silentFrom = new Date(now.getTime() + silentAfterDays * day)
    await db.insert(merges).values({
      sourceId: source.id,
      targetId: target.id,
      reason,
      proposedById: by.id,
      proposedAt: now,
      silentFrom,
    })
    const about = { byId: by.id, byRole: 'moderator', visibility: 'internal', at: now } as const
    for (const [one, another] of [
      [source, target],
      [target, source],
    ] as const) {
      const detail = { text: reason, other: another.title }
      await record(db, { kind: 'merge_proposed', aboutId: one.id, ...about, detail })
    }
    return done(undefined)
  })
}

/** Another proposal of the same source waits for its own end. */
async function isUnderWay(db: Db, sourceId: string): Promise<boolean> {
  const open = inArray(merges.state, ['proposed', 'merged'])
  return (await db.$count(merges, and(eq(merges.sourceId, sourceId), open))) > 0
}

type Answer = { mergeId: string; personId: string; answer: 'yes' | 'no'; now: Date }

/** A carrier says yes or no for the idea they carry. The second yes completes it; one no ends it. */
export function answerMerge(tenant: City, { mergeId, personId, answer, now }: Answer): Result {
  return inTenant(tenant, async (db) => {
    const merge = await lockMerge(db, mergeId)
    if (!merge) return refused('not_there')
    if (merge.state !== 'proposed') return refused('not_proposed')
    const forSource = await carries(db, merge.sourceId, personId)
    const forTarget = await carries(db, merge.targetId, personId)
    if (!forSource && !forTarget) return refused('not_carrier')
    const isNew = (forSource && !merge.sourceYesAt) || (forTarget && !merge.targetYesAt)
    if (!isNew) return refused('already_answered')

    const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
    for (const aboutId of [merge.sourceId, merge.targetId])
      await record(db, { kind: 'merge_answered', aboutId, ...by, detail: { answer } })
    if (answer === 'no') return endMerge(db, mergeId, { state: 'declined', byId: personId, now })
    const sourceYesAt = forSource ? (merge.sourceYesAt ?? now) : merge.sourceYesAt
    const targetYesAt = forTarget ? (merge.targetYesAt ?? now) : merge.targetYesAt
    await db.update(merges).set({ sourceYesAt, targetYesAt }).where(eq(merges.id, mergeId))
    if (!sourceYesAt || !targetYesAt) return done(undefined)
    return completeMerge(db, merge, { byId: personId, byRole: 'author', now })
  })
}

/** When a carrier stayed silent for long, a second person of the city decides in their place. */
export function confirmMerge(
  tenant: City,
  { mergeId, by, now }: { mergeId: string; by: Staff; now: Date },
): Result {
  return inTenant(tenant, async (db) => {
    const merge = await lockMerge(db, mergeId)
    if (!merge) return refused('not_there')
    const refusal = confirmationRefusal(merge, by.id, now)
    if (refusal) return refused(refusal)
    const both = await lockBoth(db, merge.sourceId, merge.targetId)
    if (!actsAs(by, 'moderator', both?.source)) return refused('elsewhere')
    if (await carriesEither(db, [merge.sourceId, merge.targetId], by.id)) return refused('own_idea')
    await db.update(merges).set({ confirmedById: by.id }).where(eq(merges.id, mergeId))
    return completeMerge(db, merge, { byId: by.id, byRole: 'moderator', now })
  })
}

async function carriesEither(db: Db, ideaIds: string[], personId: string): Promise<boolean> {
  for (const id of ideaIds) if (await carries(db, id, personId)) return true
  return false
}

async function endMerge(
  db: Db,
  mergeId: string,
  { state, byId, now }: { state: 'declined'; byId: string; now: Date },
): Result {
  await db.update(merges).set({ state, endedAt: now, endedById: byId }).where(eq(merges.id, mergeId))
  return done(undefined)
}

export async function lockMerge(db: Db, mergeId: string) {
  const [merge] = await db.select().from(merges).where(eq(merges.id, mergeId)).for('no key update')
  return merge ?? null
}

export type LockedMerge = NonNullable<Awaited<ReturnType<typeof lockMerge>>>

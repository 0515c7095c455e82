import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { ideas, invalidations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { actsAs } from '../../people/rules'
import { deadlineOf } from '../../rules/rules'
import { changed } from '../../tenancy/freshness'
import { applyChange } from '../changes/commands'
import type { Examiner } from '../examination/rules'
import { countMatching } from './queries'
import { type CertificationRefusal, type Condition, isAnnulled, lostDays, statesOf } from './rules'

type City = Parameters<typeof inTenant>[0]
type Act = { by: Examiner; now: Date }
type Result = Promise<Outcome<{ count: number }, CertificationRefusal>>

/** Says which voices should no longer count, and why. Nothing moves until somebody else has confirmed it. */
export function proposeInvalidation(
  tenant: City,
  { ideaId, condition, reason, by, now }: Act & { ideaId: string; condition: Condition; reason: string },
): Result {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
    if (!idea || idea.publication !== 'published') return refused('not_there')
    if (!actsAs(by, 'admin', idea)) return refused('out_of_scope')
    const count = await countMatching(db, ideaId, condition)
    if (count === 0) return refused('nothing_found')
    const proposed = { proposedById: by.id, proposedAt: now, foundCount: count }
    await db.insert(invalidations).values({ ideaId, ...condition, reason, ...proposed })
    return done({ count })
  })
}

/** A second person confirms: the voices leave the count, and everyone is told how many and why. */
export function confirmInvalidation(tenant: City, { id, by, now }: Act & { id: string }): Result {
  return inTenant(tenant, async (db) => {
    const found = await lockProposal(db, id, by)
    if (!found.ok) return found
    const { decision } = found.value
    if (decision.proposedById === by.id) return refused('same_person')
    const { ideaId, fromDay, toDay, onlyFresh } = decision
    const { moved: count } = await move(
      db,
      sql`${ideaId}::uuid, ${list(statesOf(decision))}, 'invalidated', ${fromDay}::date,
      ${toDay}::date, ${onlyFresh}, ${id}::uuid, null`,
    )
    if (count === 0) return refused('nothing_found')
    await db
      .update(invalidations)
      .set({ confirmedById: by.id, confirmedAt: now, takenCount: count })
      .where(eq(invalidations.id, id))
    await tell(db, 'supports_invalidated', ideaId, { by, now, detail: { count, text: decision.reason } })
    await annulIfBelow(db, ideaId, { by, now, count, reason: decision.reason })
    return done({ count })
  })
}

/** It was a mistake: what counted counts again, and may cross the threshold as any voice does; what was held waits again. */
export function reverseInvalidation(
  tenant: City,
  { id, reason, by, now }: Act & { id: string; reason: string },
): Result {
  return inTenant(tenant, async (db) => {
    const found = await lockDecision(db, id, by)
    if (!found.ok) return found
    const { decision } = found.value
    if (!decision.confirmedAt || decision.reversedAt) return refused('not_confirmed')
    const { ideaId } = decision
    const { counted: count, held } = await move(
      db,
      sql`${ideaId}::uuid, array['invalidated'], 'counted', null, null, false, null, ${id}::uuid`,
    )
    const reversed = { reversedById: by.id, reversedAt: now, reversedReason: reason }
    await db
      .update(invalidations)
      .set({ ...reversed, restoredCount: count, heldAgainCount: held })
      .where(eq(invalidations.id, id))
    await tell(db, 'supports_restored', ideaId, { by, now, detail: { count, held, text: reason } })
    return done({ count })
  })
}

/** What was held has been looked at: it counts. */
export function releaseHeld(tenant: City, { ideaId, by, now }: Act & { ideaId: string }): Result {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
    if (!idea) return refused('not_there')
    if (!actsAs(by, 'admin', idea)) return refused('out_of_scope')
    const { moved: count } = await move(
      db,
      sql`${ideaId}::uuid, array['held'], 'counted', '-infinity'::date, 'infinity'::date, false, null, null`,
    )
    if (count === 0) return refused('nothing_held')
    await db.update(ideas).set({ watchedUntil: null }).where(eq(ideas.id, ideaId))
    await tell(db, 'supports_released', ideaId, { by, now, detail: { count } })
    return done({ count })
  })
}

/** Each minute, while an idea is watched: what new accounts had given that day before the burst was seen is held as well. */
export function holdBursts(tenant: City): Promise<void> {
  return inTenant(tenant, async (db) => {
    const watched = await db
      .select({ id: ideas.id, today: sql<string>`app.today_of(${ideas})::text` })
      .from(ideas)
      .where(and(sql`${ideas.watchedUntil} > now()`, eq(ideas.publication, 'published')))
    for (const { id, today } of watched) {
      const { moved: count } = await move(
        db,
        sql`${id}::uuid, array['counted'], 'held', ${today}::date, ${today}::date, true, null, null`,
      )
      if (count > 0) await changed(db, `idea:${id}`)
    }
  })
}

/** How many voices moved, and by how many more the counted and the held ones are. */
type Moved = { moved: number; counted: number; held: number }

async function move(db: Db, asked: ReturnType<typeof sql>): Promise<Moved> {
  const [row] = await db.execute<Moved>(sql`select * from app.move_supports(${asked})`)
  return row!
}

function list(states: string[]) {
  return sql`array[${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )}]::text[]`
}

async function lockDecision(db: Db, id: string, by: Examiner) {
  const [decision] = await db.select().from(invalidations).where(eq(invalidations.id, id)).for('update')
  const [idea] = decision ? await db.select().from(ideas).where(eq(ideas.id, decision.ideaId)) : []
  if (!decision || !idea) return refused('not_there')
  return actsAs(by, 'admin', idea) ? done({ decision }) : refused('out_of_scope')
}

/** A decision that still waits: nobody has confirmed it, nobody has let it go. */
export async function lockProposal(db: Db, id: string, by: Examiner) {
  const found = await lockDecision(db, id, by)
  if (!found.ok) return found
  if (found.value.decision.confirmedAt) return refused('already_confirmed')
  return found.value.decision.reversedAt ? refused('given_up') : found
}

/** Nobody, when it follows from two accounts that turned out to be one person's. */
type Why = { by: { id: string } | null; now: Date; count: number; reason: string }

/** Within the days of checking, a right that no longer has its voices is annulled, and the time it took is given back. */
export async function annulIfBelow(db: Db, ideaId: string, { by, now, count, reason }: Why): Promise<void> {
  const [idea] = await db
    .select()
    .from(ideas)
    .where(and(eq(ideas.id, ideaId), isNull(ideas.certifiedAt)))
  if (!idea?.reachedAt || !idea.deadlineAt || !isAnnulled(idea)) return
  const days = lostDays(idea.reachedAt, now)
  const lastMoment = new Date(idea.deadlineAt.getTime() - 1)
  await applyChange(db, idea, 'annul', {
    byId: by?.id ?? null,
    byRole: by ? 'admin' : 'system',
    now,
    set: {
      epoch: idea.epoch + 1,
      reachedAt: null,
      countAtThreshold: null,
      deadlineAt: deadlineOf(lastMoment, { days }, idea.timeZone ?? 'UTC'),
    },
    detail: {
      taken: count,
      count: idea.supportCount,
      threshold: idea.threshold,
      reachedAt: idea.reachedAt.toISOString(),
      days,
      text: reason,
    },
  })
}

async function tell(
  db: Db,
  kind: 'supports_invalidated' | 'supports_restored' | 'supports_released',
  ideaId: string,
  { by, now, detail }: Act & { detail: Record<string, unknown> },
): Promise<void> {
  const about = { aboutId: ideaId, at: now, byId: by.id, byRole: 'admin', visibility: 'public' } as const
  await record(db, { kind, ...about, detail })
  await changed(db, `idea:${ideaId}`)
  await changed(db, 'ideas')
}

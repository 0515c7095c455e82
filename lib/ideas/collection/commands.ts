import 'server-only'
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { ideas, scopeKeys, supports } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { changed } from '../../tenancy/freshness'
import { applyChange } from '../changes/commands'
import { oweExamination } from '../examination/duties/commands'

type City = { id: string }

/** Commits between batches, so that no idea stays locked for long on the day when many end. */
const atATime = 100

/**
 * Marks what time has already decided: no support has been accepted since the deadline, whatever the label said. Waits a
 * minute more, so that what arrived in time and waited for a lock is counted first, and as long as sheets handed in on
 * time may still be typed in.
 */
export async function expireIdeas(tenant: City): Promise<void> {
  let expired: number
  do {
    expired = await inTenant(tenant, async (db) => {
      const due = await db
        .select({ ...states, threshold: ideas.threshold })
        .from(ideas)
        .where(
          and(
            collecting('open'),
            sql`${ideas.deadlineAt} <= now() - interval '60 seconds'`,
            sql`app.paper_entry_until(${ideas}) <= now() - interval '60 seconds'`,
          ),
        )
        .orderBy(ideas.id)
        .limit(atATime)
        .for('no key update', { skipLocked: true })
      for (const { count, threshold, now, ...idea } of due)
        await applyChange(db, idea, 'expire', { ...bySystem, now, detail: { count, threshold } })
      return due.length
    })
  } while (expired === atATime)
}

/** Once the days set for checking supports are over, with none still in doubt, the right can no longer be annulled. */
export function certifyIdeas(tenant: City): Promise<void> {
  return inTenant(tenant, async (db) => {
    for (const { count, now, ...idea } of await certifiable(db)) {
      await certify(db, idea, { ...bySystem, now, detail: { count } })
    }
  })
}

/** The caller holds the lock of an idea whose supports have been checked: from now on the city owes an answer. */
export async function certify(
  db: Db,
  idea: Parameters<typeof applyChange>[1],
  made: Parameters<typeof applyChange>[3],
): Promise<void> {
  await applyChange(db, idea, 'certify', made)
  await oweExamination(db, idea.id)
  await db
    .update(supports)
    .set({ isFresh: false })
    .where(and(eq(supports.ideaId, idea.id), eq(supports.isFresh, true)))
}

/** The window is in days of the idea's own calendar, as its rules were when it was published. */
function certifiable(db: Db) {
  const days = sql`coalesce((select (rules ->> 'certificationDays')::int from rule_sets where version = ${ideas.ruleVersion}), 7)`
  const reachedOn = sql`(${ideas.reachedAt} at time zone ${ideas.timeZone})::date`
  const opens = sql`((${reachedOn} + ${days} + 1)::timestamp at time zone ${ideas.timeZone})`
  return db
    .select(states)
    .from(ideas)
    .where(and(collecting('reached'), eq(ideas.heldCount, 0), sql`(${days} = 0 or ${opens} <= now())`))
    .orderBy(ideas.id)
    .limit(atATime)
    .for('no key update', { skipLocked: true })
}

/**
 * Six months after a collection ended its key is destroyed: the voices can be matched with nobody any more, not even by
 * the person whose they are, and every count stays.
 */
export function destroyOldKeys(tenant: City, now: Date): Promise<number> {
  const instant = now.toISOString()
  return inTenant(tenant, async (db) => {
    const ended = sql`least(${ideas.deadlineAt}, ${ideas.withdrawnAt}) < ${instant}::timestamptz - interval '6 months'`
    const old = db
      .select({ id: scopeKeys.ideaId })
      .from(scopeKeys)
      .innerJoin(ideas, eq(ideas.id, scopeKeys.ideaId))
      .where(and(isNotNull(scopeKeys.sealed), ended))
      .limit(keysAtATime)
    const destroyed = await db
      .update(scopeKeys)
      .set({ sealed: null, destroyedAt: now })
      .where(inArray(scopeKeys.ideaId, old))
      .returning({ ideaId: scopeKeys.ideaId })
    for (const { ideaId } of destroyed) {
      await record(db, {
        kind: 'voices_forgotten',
        aboutId: ideaId,
        at: now,
        ...bySystem,
        visibility: 'public',
      })
      await changed(db, `idea:${ideaId}`)
    }
    return destroyed.length
  })
}

const keysAtATime = 500

const bySystem = { byId: null, byRole: 'system' } as const

/** An idea as it is at this instant of the database's clock. */
const states = {
  id: ideas.id,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  count: ideas.supportCount,
  now: sql`now()`.mapWith(ideas.createdAt),
}

function collecting(collection: 'open' | 'reached') {
  return and(eq(ideas.publication, 'published'), eq(ideas.collection, collection))
}

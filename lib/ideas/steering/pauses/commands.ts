import 'server-only'
import { and, eq, gt } from 'drizzle-orm'
import { ideas, pauses } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { applyChange } from '../../changes/commands'
import { currentPause } from '../queries'
import { resume } from '../commands'
import { daysLater, type SteeringRefusal } from '../rules'

type City = { id: string }
type Act = { text: string; byId: string; now: Date }
type Result = Promise<Outcome<undefined, SteeringRefusal>>

/** Commits between batches, so that no idea stays locked for long. */
const atATime = 100
const nobody = '00000000-0000-0000-0000-000000000000'

/** Every collection of the city stands still, for an election or by order; what is published meanwhile waits with them. */
export async function beginPause(tenant: City, { text, byId, now }: Act): Result {
  const begun = await inTenant(tenant, async (db) => {
    if (await currentPause(db)) return null
    const [pause] = await db
      .insert(pauses)
      .values({ cause: text, begunAt: now, begunById: byId })
      .returning({ id: pauses.id })
    await changed(db, 'ideas')
    return pause!.id
  })
  if (!begun) return refused('already_paused')
  await inBatches(tenant, 'open', (db, idea) =>
    applyChange(db, idea, 'suspend', {
      byId,
      byRole: 'admin',
      now,
      set: { pausedBy: begun },
      detail: { text },
    }),
  )
  return done(undefined)
}

/** They all go on, each with the days it lost. What was suspended by itself stays so. */
export async function endPause(tenant: City, { text, byId, now }: Act): Result {
  const ended = await inTenant(tenant, async (db) => {
    const running = await currentPause(db)
    if (running) await db.update(pauses).set({ endedAt: now }).where(eq(pauses.id, running.id))
    return running
  })
  if (!ended) return refused('not_paused')
  await inBatches(tenant, 'suspended', (db, idea) =>
    idea.pausedBy ? resume(db, idea, { byId, byRole: 'admin', now, text }) : undefined,
  )
  return done(undefined)
}

/** After an outage every open collection is given the days it lost, with the reason. */
export async function compensateOutage(
  tenant: City,
  { days, text, byId, now }: Act & { days: number },
): Result {
  await inBatches(tenant, 'open', (db, idea) => {
    const deadlineAt = daysLater(idea.deadlineAt!, days, idea.timeZone ?? 'UTC')
    const by = { byId, byRole: 'admin', now } as const
    return applyChange(db, idea, 'prolong', {
      ...by,
      set: { deadlineAt },
      detail: { text, days, deadlineAt: deadlineAt.toISOString() },
    })
  })
  return done(undefined)
}

/** What is published while everything stands still begins when it ends. */
export async function waitWithOthers(db: Db, ideaId: string, now: Date): Promise<void> {
  const pause = await currentPause(db)
  if (!pause) return
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
  const by = { byId: null, byRole: 'system', now } as const
  await applyChange(db, idea!, 'suspend', {
    ...by,
    set: { pausedBy: pause.id },
    detail: { text: pause.cause },
  })
}

type Row = typeof ideas.$inferSelect

async function inBatches(
  tenant: City,
  collection: 'open' | 'suspended',
  work: (db: Db, idea: Row) => Promise<unknown> | undefined,
): Promise<void> {
  for (let after: string | null = nobody; after;) {
    const from: string = after
    after = await inTenant(tenant, async (db) => {
      const some = await db
        .select()
        .from(ideas)
        .where(and(eq(ideas.publication, 'published'), eq(ideas.collection, collection), gt(ideas.id, from)))
        .orderBy(ideas.id)
        .limit(atATime)
        .for('no key update')
      for (const idea of some) await work(db, idea)
      return some.length < atATime ? null : some.at(-1)!.id
    })
  }
}

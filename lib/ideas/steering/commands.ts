import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { type Acting, actsAs } from '../../people/rules'
import { done, type Outcome, refused } from '../../outcome'
import { applyChange } from '../changes/commands'
import { mayChange } from '../changes/rules'
import { oweEarly } from '../examination/duties/commands'
import { endOfDay, givenBack, prolongingRefusal, type SteeringRefusal } from './rules'

type City = { id: string }
type Act = { ideaId: string; text: string; by: Staff; now: Date }
type Staff = Acting & { id: string }
type Result = Promise<Outcome<undefined, SteeringRefusal>>
type Row = typeof ideas.$inferSelect

/** More time for one collection, with the reason everyone reads. */
export function prolongCollection(tenant: City, { lastDay, ...act }: Act & { lastDay: string }): Result {
  return administer(tenant, act, async (db, idea) => {
    const deadlineAt = endOfDay(lastDay, idea.timeZone ?? 'UTC')
    const refusal = prolongingRefusal(idea, deadlineAt, act.now)
    if (refusal) return refused(refusal)
    const detail = { text: act.text, deadlineAt: deadlineAt.toISOString() }
    await applyChange(db, idea, 'prolong', { ...byAdmin(act), set: { deadlineAt }, detail })
    return done(undefined)
  })
}

/** A collection stands still, by order or incident; the time lost is given back when it goes on. */
export function suspendCollection(tenant: City, act: Act): Result {
  return administer(tenant, act, async (db, idea) => {
    if (!mayChange(idea, 'suspend')) return refused('not_collecting')
    await applyChange(db, idea, 'suspend', { ...byAdmin(act), detail: { text: act.text } })
    return done(undefined)
  })
}

export function resumeCollection(tenant: City, act: Act): Result {
  return administer(tenant, act, async (db, idea) => {
    if (!mayChange(idea, 'resume')) return refused('not_suspended')
    if (idea.pausedBy) return refused('paused_with_all')
    await resume(db, idea, { ...byAdmin(act), text: act.text })
    return done(undefined)
  })
}

type Resuming = { byId: string | null; byRole: 'admin' | 'system'; now: Date; text: string }

/** The caller holds the lock of a suspended idea. */
export async function resume(db: Db, idea: Row, { text, ...by }: Resuming): Promise<void> {
  const deadlineAt = givenBack(idea.deadlineAt!, idea.suspendedAt!, by.now, idea.timeZone ?? 'UTC')
  const detail = { text, deadlineAt: deadlineAt.toISOString() }
  await applyChange(db, idea, 'resume', { ...by, set: { deadlineAt, pausedBy: null }, detail })
}

/** An elected person has the city look into an idea before anything obliges it to; the collection goes on. */
export function takeUpEarly(tenant: City, act: Act): Result {
  return withIdea(tenant, act, async (db, idea) => {
    if (!actsAs(act.by, 'signatory', idea)) return refused('elsewhere')
    if (!mayChange(idea, 'takeUpEarly')) return refused('cannot_take_up')
    const made = { byId: act.by.id, byRole: 'signatory', now: act.now } as const
    await applyChange(db, idea, 'takeUpEarly', { ...made, detail: { text: act.text } })
    await oweEarly(db, idea.id, act.now)
    return done(undefined)
  })
}

/** For whoever administers where the idea is. */
function administer(tenant: City, act: Act, work: (db: Db, idea: Row) => Result): Result {
  return withIdea(tenant, act, async (db, idea) =>
    actsAs(act.by, 'admin', idea) ? work(db, idea) : refused('elsewhere'),
  )
}

function withIdea(tenant: City, { ideaId, by }: Act, work: (db: Db, idea: Row) => Result): Result {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    if (!idea) return refused('not_there')
    if (idea.authorId === by.id) return refused('own_idea')
    return work(db, idea)
  })
}

function byAdmin({ by, now }: Act) {
  return { byId: by.id, byRole: 'admin', now } as const
}

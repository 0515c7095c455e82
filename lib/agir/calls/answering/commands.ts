import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { callAnnouncements, callAnswers, calls } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { enqueue } from '../../../jobs/commands'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { stop } from '../../volunteers/commands'
import { type AnswerState, type Reply, type ReplyRefusal, stateAfter } from '../rules'
import { opensAnswer } from './queries'

type City = { id: string }
type Replying = {
  answerId: string
  personId: string | null
  token?: string | undefined
  reply: Reply
  now: Date
}

/**
 * Yes while there is a seat, a place in the line when there is none; no, and the next in line has it; or not any more, to this
 * and to every other call. Decided under the call's lock; said again, an answer changes nothing.
 */
export function answerCall(
  tenant: City,
  { answerId, personId, token, reply, now }: Replying,
): Promise<Outcome<{ state: AnswerState }, ReplyRefusal>> {
  return inTenant(tenant, async (db) => {
    const [asked] = await db.select().from(callAnswers).where(eq(callAnswers.id, answerId))
    if (!asked || (asked.personId !== personId && !opensAnswer(tenant, answerId, token)))
      return refused('not_there')
    if (reply === 'stop') await stop(db, asked.personId, now)
    const [call] = await db.select().from(calls).where(eq(calls.id, asked.callId)).for('update')
    const isOver = call!.closedAt !== null || call!.expiresAt <= now
    if (isOver && reply === 'yes') return refused('over')
    const before = await stateNow(db, answerId)
    const isSame = reply === 'yes' && (before === 'coming' || before === 'waiting')
    const state = isSame ? before : stateAfter(reply, call!.seats - call!.seatsTaken)
    if (!isSame) await settle(db, call!, { answerId, before, state, now })
    return done({ state })
  })
}

async function stateNow(db: Db, answerId: string): Promise<AnswerState> {
  const [row] = await db
    .select({ state: callAnswers.state })
    .from(callAnswers)
    .where(eq(callAnswers.id, answerId))
  return row!.state
}

type Call = typeof calls.$inferSelect
type Settling = { answerId: string; before: AnswerState; state: AnswerState; now: Date }

/** The caller holds the call. A seat that is given back goes to the first in line. */
async function settle(db: Db, call: Call, { answerId, before, state, now }: Settling): Promise<void> {
  await db.update(callAnswers).set({ state, answeredAt: now }).where(eq(callAnswers.id, answerId))
  const freed = before === 'coming' && state !== 'coming'
  const taken = call.seatsTaken + (state === 'coming' ? 1 : 0) - (freed ? 1 : 0)
  const next = freed ? await firstInLine(db, call.id) : null
  if (next) await promote(db, call, next, now)
  await db
    .update(calls)
    .set({ seatsTaken: taken + (next ? 1 : 0) })
    .where(eq(calls.id, call.id))
  if (state === 'declined' || state === 'stopped') await enqueue(db, 'calls.ask', {}, 'now')
}

async function firstInLine(db: Db, callId: string) {
  const [next] = await db
    .select({ id: callAnswers.id, personId: callAnswers.personId })
    .from(callAnswers)
    .where(and(eq(callAnswers.callId, callId), eq(callAnswers.state, 'waiting')))
    .orderBy(asc(callAnswers.answeredAt), asc(callAnswers.id))
    .limit(1)
  return next ?? null
}

async function promote(db: Db, call: Call, next: { id: string; personId: string }, now: Date): Promise<void> {
  await db.update(callAnswers).set({ state: 'coming' }).where(eq(callAnswers.id, next.id))
  await record(db, {
    ...{ kind: 'call_seat_freed', aboutId: next.id, at: now, byId: null },
    ...{ byRole: 'system', visibility: 'internal' },
    detail: { tell: [next.personId], title: call.title, path: `/appels/reponse/${next.id}`, on: 'agir' },
  })
}

/** Whoever deletes their account gives back what they said yes to, and nothing of what they offered is kept. */
export async function leaveCalls(db: Db, personId: string, now: Date): Promise<void> {
  const held = await db
    .select()
    .from(callAnswers)
    .where(eq(callAnswers.personId, personId))
    .orderBy(callAnswers.callId)
  for (const one of held) {
    const [call] = await db.select().from(calls).where(eq(calls.id, one.callId)).for('update')
    const before = await stateNow(db, one.id)
    if (before === 'coming' && call!.expiresAt > now)
      await settle(db, call!, { answerId: one.id, before, state: 'declined', now })
  }
  await db.delete(callAnswers).where(eq(callAnswers.personId, personId))
  await db.update(callAnnouncements).set({ byId: null }).where(eq(callAnnouncements.byId, personId))
}

import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { changeRequests, ideas, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { dueAfterWorkingDays } from '../../ideas/deposit/rules'
import { findSameTitle } from '../../ideas/deposit/queries'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { deadlineOf } from '../../rules/rules'
import { lengthOf, skeleton } from '../../text'
import { writeDecision } from '../decisions/commands'
import { type AtDesk, openTask, type Opened } from '../desk/commands'
import { changes, type DeskRefusal } from '../rules'
import { tellOf } from '../subjects/commands'
import type { RoundRefusal } from './rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, DeskRefusal>>
const free = { lockedById: null, lockedAt: null, lockUntil: null }

/** The author is asked to change something first, twice at most, and has ten days each time. */
export function askChanges(tenant: City, { text, ...act }: AtDesk & { text: string }): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['submission'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    if (task.state === 'held') return refused('on_hold')
    if (lengthOf(text) < 30) return refused('reason_too_short')
    const asked = await db.$count(changeRequests, eq(changeRequests.subjectId, subject.id))
    if (asked >= changes.rounds) return refused('too_many_rounds')
    const { timeZone } = await rulesInForce(db)
    const dueAt = deadlineOf(act.now, { days: changes.days }, timeZone)
    const round = asked + 1
    const request = { subjectKind: subject.kind, subjectId: subject.id, round, text, dueAt }
    await db.insert(changeRequests).values({ ...request, askedById: act.byId, askedAt: act.now })
    await note(db, tenant, opened.value, { ...act, act: 'ask_changes', text })
    const by = { byId: act.byId, byRole: 'moderator', now: act.now } as const
    await tellOf(db, subject, { kind: 'changes_asked', ...by, detail: { round, text } })
    await db
      .update(tasks)
      .set({ state: 'changes_asked', dueAt, ...free })
      .where(eq(tasks.id, task.id))
    return done(undefined)
  })
}

function note(
  db: Db,
  tenant: City,
  { subject, task }: Opened,
  {
    act,
    text,
    byId,
    now,
  }: { act: 'ask_changes' | 'hold' | 'release'; text: string | null; byId: string; now: Date },
) {
  return writeDecision(db, tenant, {
    about: subject,
    act,
    source: 'submission',
    taskId: task.id,
    text,
    byId,
    now,
  })
}

/** Nothing is decided about it until somebody releases it: an opinion is awaited. */
export const holdTask = (tenant: City, act: AtDesk & { text: string }): Result => setHold(tenant, act, true)

export const releaseHold = (tenant: City, act: AtDesk): Result =>
  setHold(tenant, { ...act, text: null }, false)

function setHold(tenant: City, { text, ...act }: AtDesk & { text: string | null }, hold: boolean): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['submission'])
    if (!opened.ok) return opened
    const { task } = opened.value
    if ((task.state === 'held') === hold) return refused('not_this_task')
    if (hold && lengthOf(text ?? '') < 30) return refused('reason_too_short')
    await note(db, tenant, opened.value, { ...act, act: hold ? 'hold' : 'release', text })
    await db
      .update(tasks)
      .set({ state: hold ? 'held' : 'waiting', ...free })
      .where(eq(tasks.id, task.id))
    return done(undefined)
  })
}

type Answer = { ideaId: string; personId: string; title: string; body: string; now: Date }

/** The author sends the text again, changed; the city's delay to read it begins anew. */
export function answerChanges(
  tenant: City,
  { ideaId, personId, title, body, now }: Answer,
): Promise<Outcome<undefined, RoundRefusal>> {
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select()
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), eq(ideas.authorId, personId)))
      .for('no key update')
    if (!idea || idea.publication !== 'submitted') return refused('nothing_asked')
    const open = and(eq(changeRequests.subjectId, ideaId), isNull(changeRequests.answeredAt))
    const [request] = await db.select().from(changeRequests).where(open).for('update')
    if (!request) return refused('nothing_asked')
    if (idea.title === title && idea.body === body) return refused('nothing_changed')
    const titleKey = skeleton(title)
    if (await findSameTitle(db, ideaId, titleKey)) return refused('title_taken')

    const { rules, timeZone } = await rulesInForce(db)
    const dueAt = dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
    const text = { title, titleKey, body, changedAt: now, moderationDueAt: dueAt }
    await db.update(ideas).set(text).where(eq(ideas.id, ideaId))
    await db.update(changeRequests).set({ answeredAt: now }).where(eq(changeRequests.id, request.id))
    const waiting = and(eq(tasks.subjectId, ideaId), eq(tasks.kind, 'submission'), isNull(tasks.closedAt))
    await db.update(tasks).set({ state: 'waiting', dueAt, title }).where(waiting)
    return done(undefined)
  })
}

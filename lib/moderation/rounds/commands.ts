import 'server-only'
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { changeRequests, ideas, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { applyChange } from '../../ideas/changes/commands'
import { dueAfterWorkingDays } from '../../ideas/deposit/rules'
import { findSameTitle } from '../../ideas/deposit/queries'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { deadlineOf } from '../../rules/rules'
import { lengthOf, skeleton } from '../../text'
import { closeTask, writeDecision } from '../decisions/commands'
import { type AtDesk, openTask, type Opened } from '../desk/commands'
import { changes, type DeskRefusal, type SubjectKind } from '../rules'
import { deskOf, findSubject, tellOf } from '../subjects/commands'
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

/** Each hour: who was asked and did not answer in time is refused for that, by nobody. */
export async function refuseSilent(tenant: City, now: Date): Promise<void> {
  const late = await inTenant(tenant, (db) =>
    db
      .select({
        id: changeRequests.id,
        kind: changeRequests.subjectKind,
        ideaId: changeRequests.subjectId,
        text: changeRequests.text,
      })
      .from(changeRequests)
      .where(and(isNull(changeRequests.answeredAt), lte(changeRequests.dueAt, sql`now()`)))
      .orderBy(asc(changeRequests.dueAt))
      .limit(500),
  )
  for (const { kind, ...request } of late)
    await inTenant(tenant, (db) =>
      kind === 'idea'
        ? refuseOne(db, tenant, request, now)
        : refuseOther(db, tenant, { kind, ...request }, now),
    )
}

async function refuseOne(
  db: Db,
  tenant: City,
  { id, ideaId, text }: { id: string; ideaId: string; text: string },
  now: Date,
): Promise<void> {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
  const unanswered = and(eq(changeRequests.id, id), isNull(changeRequests.answeredAt))
  const closed = await db.update(changeRequests).set({ answeredAt: now }).where(unanswered).returning()
  if (!idea || idea.publication !== 'submitted' || closed.length === 0) return
  const about = {
    kind: 'idea',
    id: ideaId,
    authorId: idea.authorId,
    title: idea.title,
    text: idea.body,
  } as const
  const [task] = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.subjectId, ideaId), eq(tasks.kind, 'submission'), isNull(tasks.closedAt)))
  const decided = { act: 'refuse', source: 'silence', code: 'no_reply', text, taskId: task?.id } as const
  await writeDecision(db, tenant, { about, ...decided, byId: null, now })
  if (task) await closeTask(db, task.id, now)
  const set = { refusalCode: 'no_reply', refusalText: text, treatedById: null, treatedAt: now }
  const detail = { code: 'no_reply' }
  await applyChange(db, idea, 'refuse', { byId: null, byRole: 'system', now, set, detail })
}

type Silent = { id: string; kind: SubjectKind; ideaId: string; text: string }

/** The same of any other kind of thing, in the words of its own desk. */
async function refuseOther(
  db: Db,
  tenant: City,
  { id, kind, ideaId: subjectId, text }: Silent,
  now: Date,
): Promise<void> {
  const subject = await findSubject(db, kind, subjectId, { lock: true })
  const unanswered = and(eq(changeRequests.id, id), isNull(changeRequests.answeredAt))
  const closed = await db.update(changeRequests).set({ answeredAt: now }).where(unanswered).returning()
  const { refuse } = deskOf(kind)
  if (!subject || !refuse || subject.standing === 'gone' || closed.length === 0) return
  const code = 'no_reply'
  await writeDecision(db, tenant, {
    about: subject,
    act: 'refuse',
    source: 'silence',
    code,
    text,
    byId: null,
    now,
  })
  await refuse(db, subject, { byId: null, now, code, text })
}

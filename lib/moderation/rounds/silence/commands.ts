import 'server-only'
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { changeRequests, ideas, tasks } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { applyChange } from '../../../ideas/changes/commands'
import { closeTask, writeDecision } from '../../decisions/commands'
import type { SubjectKind } from '../../rules'
import { deskOf, findSubject } from '../../subjects/commands'

type City = { id: string }

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

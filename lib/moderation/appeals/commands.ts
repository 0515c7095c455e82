import 'server-only'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { appeals, decisions } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { deadlineOf } from '../../rules/rules'
import { lengthOf } from '../../text'
import { closeTask, writeDecision } from '../decisions/commands'
import { type AtDesk, openTask } from '../desk/commands'
import { addTask } from '../tasks/commands'
import { type DeskRefusal, hiddenIdeaHours, isAnsweredInHours, type SubjectKind } from '../rules'
import { deskOf, findSubject, tellOf } from '../subjects/commands'
import { type AppealRefusal, appealRefusal } from './rules'
import { tellReaders } from './telling/commands'

type City = { id: string }
type Filed = { kind: SubjectKind; subjectId: string; personId: string; text: string; now: Date }

/** An author disagrees, once, in time: somebody else will read it. */
export function fileAppeal(
  tenant: City,
  { kind, subjectId, personId, text, now }: Filed,
): Promise<Outcome<undefined, AppealRefusal>> {
  return inTenant(tenant, async (db) => {
    const subject = await findSubject(db, kind, subjectId, { lock: true })
    if (!subject || subject.authorId !== personId) return refused('not_appealable')
    const decision = await lastRestriction(db, subjectId)
    if (!decision) return refused('not_appealable')
    const isStanding = subject.standing === 'refused' || subject.standing === 'hidden'
    const refusal = appealRefusal({ ...decision, isStanding })
    if (refusal) return refused(refusal)

    const { rules, timeZone } = await rulesInForce(db)
    const inHours = isAnsweredInHours(kind, subject.standing)
    const dueAt = inHours
      ? new Date(now.getTime() + hiddenIdeaHours * 3_600_000)
      : deadlineOf(now, { days: rules.appealAnswerDays }, timeZone)
    const readers = { firstReaderId: decision.byId, secondReaderId: decision.secondById }
    const filed = { decisionId: decision.id, ...readers, authorId: personId, text, at: now, dueAt }
    const [added] = await db.insert(appeals).values(filed).returning({ id: appeals.id })
    const matter = { appealId: added!.id, text }
    const taskId = await addTask(db, subject, { kind: 'appeal', dueAt, matter, now })
    const by = { byId: personId, byRole: 'author', now } as const
    await tellOf(db, subject, { kind: 'appeal_filed', ...by, detail: inHours ? { within: 'hours' } : {} })
    await tellReaders(db, subject, { taskId, byId: personId, now })
    return done(undefined)
  })
}

async function lastRestriction(db: Db, subjectId: string) {
  const [last] = await db
    .select({
      id: decisions.id,
      byId: decisions.byId,
      secondById: decisions.secondById,
      isInTime: sql<boolean>`${decisions.appealUntil} > now()`,
      isAppealed: sql<boolean>`${appeals.id} is not null`,
    })
    .from(decisions)
    .leftJoin(appeals, eq(appeals.decisionId, decisions.id))
    .where(and(eq(decisions.subjectId, subjectId), ne(decisions.restriction, 'none')))
    .orderBy(desc(decisions.at))
    .limit(1)
  return last ?? null
}

type Reply = AtDesk & { text: string }

/** The author was right: a refused text is read again, a hidden one is back in view. */
export const upholdAppeal = (tenant: City, reply: Reply) => answer(tenant, reply, 'upheld')
export const rejectAppeal = (tenant: City, reply: Reply) => answer(tenant, reply, 'rejected')

function answer(
  tenant: City,
  { text, ...act }: Reply,
  outcome: 'upheld' | 'rejected',
): Promise<Outcome<undefined, DeskRefusal>> {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['appeal'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    const appealId = task.matter!.appealId!
    if (lengthOf(text) < 30) return refused('reason_too_short')

    const { byId, now } = act
    const kind = outcome === 'upheld' ? ('uphold_appeal' as const) : ('reject_appeal' as const)
    const decided = { about: subject, act: kind, source: 'appeal', taskId: task.id, text } as const
    await writeDecision(db, tenant, { ...decided, byId, now })
    const answered = { outcome, reply: text, reviewerId: byId, decidedAt: now }
    await db.update(appeals).set(answered).where(eq(appeals.id, appealId))
    await closeTask(db, task.id, now)
    const desk = deskOf(subject.kind)
    if (outcome === 'upheld' && subject.standing === 'refused') await desk.reopen(db, subject, act)
    if (outcome === 'upheld' && subject.standing === 'hidden') await desk.restore(db, subject, act)
    if (outcome === 'rejected') {
      const by = { byId, byRole: 'moderator', now } as const
      await tellOf(db, subject, { kind: 'appeal_rejected', ...by, detail: { text } })
    }
    return done(undefined)
  })
}

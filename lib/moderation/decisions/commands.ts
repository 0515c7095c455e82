import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { decisions, evidence, reports, tasks } from '../../../drizzle/schema'
import { seal } from '../../auth/sealing'
import type { Db } from '../../db'
import { rulesInForce } from '../../rules/queries'
import { deadlineOf } from '../../rules/rules'
import { type Act, groundOf, type Restriction, type Source, type SubjectKind } from '../rules'

type City = { id: string }
type About = { kind: SubjectKind; id: string; authorId: string | null; title: string; text: string }

export type Decided = {
  about: About
  act: Act
  source: Source
  taskId?: string | null
  code?: string | null
  text?: string | null
  groundText?: string | null
  /** Nobody: a rule that ran by itself. */
  byId: string | null
  secondById?: string | null
  now: Date
}

const restrictionOf: Partial<Record<Act, Restriction>> = { refuse: 'not_published', hide: 'hidden' }
const year = 365 * 86_400_000

/**
 * Written in the transaction of the act itself. For a restriction it is the whole statement of reasons, and what the text
 * said is kept under seal for whoever has to judge it later.
 */
export async function writeDecision(db: Db, tenant: City, decided: Decided): Promise<string> {
  const { about, act, source, byId, now, code = null, text = null } = decided
  const restriction = restrictionOf[act] ?? 'none'
  const { rules, version, timeZone } = await rulesInForce(db)
  const said = `${about.title}\n\n${about.text}`
  const reasons = restriction !== 'none' && {
    ground: groundOf(code ?? ''),
    groundText: decided.groundText ?? null,
    ruleVersion: version,
    appealUntil: deadlineOf(now, { days: rules.appealDays }, timeZone),
    digest: createHash('sha256').update(said).digest('hex'),
  }
  const row = {
    subjectKind: about.kind,
    subjectId: about.id,
    authorId: about.authorId,
    taskId: decided.taskId ?? null,
    secondById: decided.secondById ?? null,
    isAutomated: byId === null,
    ...{ act, source, byId, code, text, restriction, at: now },
    ...reasons,
  }
  const [written] = await db.insert(decisions).values(row).returning({ id: decisions.id })
  if (restriction !== 'none') {
    const sealed = seal(`evidence:${written!.id}`, tenant.id, Buffer.from(said))
    const keptUntil = new Date(now.getTime() + year)
    await db.insert(evidence).values({ decisionId: written!.id, sealed, keptUntil })
  }
  return written!.id
}

/** The task is done, and nobody holds it. */
export async function closeTask(db: Db, taskId: string, now: Date): Promise<void> {
  const free = { lockedById: null, lockedAt: null, lockUntil: null }
  await db
    .update(tasks)
    .set({ closedAt: now, ...free })
    .where(and(eq(tasks.id, taskId), isNull(tasks.closedAt)))
}

/** Everyone who reported it learns of this decision: the ids of their reports. */
export async function closeReports(
  db: Db,
  subjectId: string,
  { decisionId, now }: { decisionId: string; now: Date },
): Promise<string[]> {
  const closed = await db
    .update(reports)
    .set({ closedAt: now, decisionId })
    .where(and(eq(reports.subjectId, subjectId), isNull(reports.closedAt)))
    .returning({ id: reports.id })
  return closed.map(({ id }) => id)
}

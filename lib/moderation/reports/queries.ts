import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { decisions, reports, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import type { SubjectKind } from '../rules'
import { findSubject } from '../subjects/commands'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What somebody is about to report: only what everyone can see. */
export function findReportable(tenant: City, kind: SubjectKind, id: string) {
  if (!uuid.test(id)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const subject = await findSubject(db, kind, id)
    return subject?.standing === 'visible' ? { kind, id, title: subject.title, path: subject.path } : null
  })
}

/** A report as whoever holds its number may follow it; never who else reported, nor who read it. */
export function findReport(tenant: City, id: string) {
  if (!uuid.test(id)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [report] = await db
      .select({
        id: reports.id,
        reason: reports.reason,
        text: reports.text,
        at: reports.at,
        closedAt: reports.closedAt,
        hasAddress: reports.email,
        subjectKind: reports.subjectKind,
        subjectId: reports.subjectId,
        dueAt: tasks.dueAt,
        act: decisions.act,
        code: decisions.code,
        said: decisions.text,
        decidedAt: decisions.at,
      })
      .from(reports)
      .innerJoin(tasks, eq(tasks.id, reports.taskId))
      .leftJoin(decisions, eq(decisions.id, reports.decisionId))
      .where(eq(reports.id, id))
    if (!report) return null
    const subject = await findSubject(db, report.subjectKind, report.subjectId)
    const isShown = subject?.standing === 'visible'
    return {
      ...report,
      hasAddress: report.hasAddress !== null,
      title: isShown ? subject.title : null,
      path: isShown ? subject.path : null,
    }
  })
}
export type FollowedReport = NonNullable<Awaited<ReturnType<typeof findReport>>>

/** Every report a task gathers, the first one first. */
export function reportsOf(db: Db, taskId: string) {
  return db
    .select({ id: reports.id, reason: reports.reason, text: reports.text, at: reports.at })
    .from(reports)
    .where(eq(reports.taskId, taskId))
    .orderBy(asc(reports.at))
    .limit(100)
}

import 'server-only'
import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, reports, tasks } from '../../../drizzle/schema'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { secondsToWait } from '../../auth/rate-limits'
import { keyedHash } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { mailbox } from '../../mail/address'
import { done, type Outcome, refused } from '../../outcome'
import { dueHours, type ReportReason, type SubjectKind } from '../rules'
import { deskOf, findSubject } from '../subjects/commands'
import type { Subject } from '../subjects/rules'
import { type ReportRefusal, reportLimits } from './rules'
import { tellReceipt } from './telling/commands'

export type Report = {
  kind: SubjectKind
  subjectId: string
  reason: ReportReason
  text: string
  email: string | null
  locale: Locale
  /** Who reports, if they said so by signing in; and from where, which is not kept. */
  personId: string | null
  from: string
  now: Date
}

/**
 * Somebody thinks that the rules or the law are broken. It is acknowledged at once and read by a moderator; however many
 * say so, nothing is taken from view by their number.
 */
export async function reportSubject(
  tenant: Tenant,
  report: Report,
): Promise<Outcome<{ id: string }, ReportRefusal>> {
  const { personId, from } = report
  if (await secondsToWait(tenant, 'report-from', from, reportLimits.fromOneAddress))
    return refused('too_many_reports')
  if (personId && (await secondsToWait(tenant, 'report-by', personId, reportLimits.byOnePerson)))
    return refused('too_many_reports')
  return inTenant(tenant, async (db) => {
    const subject = await findSubject(db, report.kind, report.subjectId, { lock: true })
    if (!subject || subject.standing !== 'visible') return refused('not_there')
    const email = report.email ?? (personId ? await addressOf(db, personId) : null)
    const reporterKey = keyOf(tenant, { personId, email, from })
    if (await hasReported(db, subject.id, reporterKey)) return refused('already_reported')

    const taskId = await reportTask(db, subject, report)
    const { reason, text, locale, now } = report
    const about = { subjectKind: subject.kind, subjectId: subject.id, taskId }
    const said = { reason, text, goodFaith: true, reporterId: personId, email, reporterKey, locale, at: now }
    const [added] = await db
      .insert(reports)
      .values({ ...about, ...said })
      .returning({ id: reports.id })
    await deskOf(subject.kind)?.reported?.(db, subject, await countKnownReporters(db, subject.id))
    await tellReceipt(db, added!.id)
    return done({ id: added!.id })
  })
}

async function addressOf(db: Db, personId: string): Promise<string | null> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return person?.email ?? null
}

/** The same person twice, as far as one can tell without asking who they are. */
function keyOf(
  tenant: { id: string },
  { personId, email, from }: { personId: string | null; email: string | null; from: string },
): string {
  const who = personId ?? (email ? mailbox(email) : from)
  return keyedHash('reporter', tenant.id, who)
}

/** Two accounts were one person's: what the one that goes has reported, the other does not report again. */
export async function rekeyReports(
  db: Db,
  tenant: { id: string },
  { keptId, absorbedId }: { keptId: string; absorbedId: string },
): Promise<void> {
  const [going, staying] = [absorbedId, keptId].map((id) => keyedHash('reporter', tenant.id, id))
  const theirs = alias(reports, 'theirs')
  const known = db
    .select({ id: theirs.id })
    .from(theirs)
    .where(
      and(
        eq(theirs.subjectId, reports.subjectId),
        eq(theirs.reporterKey, staying!),
        isNull(theirs.closedAt),
        isNull(reports.closedAt),
      ),
    )
  await db
    .update(reports)
    .set({ reporterKey: staying! })
    .where(and(eq(reports.reporterKey, going!), notExists(known)))
}

async function hasReported(db: Db, subjectId: string, reporterKey: string): Promise<boolean> {
  const same = and(
    eq(reports.subjectId, subjectId),
    eq(reports.reporterKey, reporterKey),
    isNull(reports.closedAt),
  )
  return (await db.$count(reports, same)) > 0
}

/** Open reports of different people who have said what ties them to the city, at least. */
async function countKnownReporters(db: Db, subjectId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${reports.reporterId})::int` })
    .from(reports)
    .innerJoin(people, eq(people.id, reports.reporterId))
    .where(and(eq(reports.subjectId, subjectId), isNull(reports.closedAt), ne(people.assurance, 'A1')))
  return row?.count ?? 0
}

/** One task gathers every report of the same thing; a threat makes it due sooner. */
async function reportTask(db: Db, subject: Subject, { reason, now }: Report): Promise<string> {
  const hours = reason === 'threat' ? dueHours.threat : dueHours.report
  const dueAt = new Date(now.getTime() + hours * 3_600_000)
  const { kind: subjectKind, id: subjectId, title, authorId, themeId } = subject
  const { districtCode, secondDistrictCode } = subject
  const [task] = await db
    .insert(tasks)
    .values({
      ...{ subjectKind, subjectId, title, authorId, themeId, districtCode, secondDistrictCode },
      kind: 'report',
      openedAt: now,
      dueAt,
      reportCount: 1,
    })
    .onConflictDoUpdate({
      target: [tasks.tenantId, tasks.subjectId, tasks.kind],
      targetWhere: sql`closed_at is null`,
      set: {
        reportCount: sql`${tasks.reportCount} + 1`,
        dueAt: sql`least(${tasks.dueAt}, excluded.due_at)`,
      },
    })
    .returning({ id: tasks.id })
  return task!.id
}

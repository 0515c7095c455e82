import 'server-only'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { decisions, letters, reports, tasks } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { enqueue } from '../../../jobs/commands'
import type { ReportDetail } from '../../../mail/report-letter'

/** That it has arrived, at once, to whoever left an address. */
export function tellReceipt(db: Db, reportId: string): Promise<void> {
  return write(db, [reportId], 'report_received')
}

/** What was decided, to each who reported it. */
export async function tellReporters(db: Db, reportIds: string[]): Promise<void> {
  if (reportIds.length > 0) await write(db, reportIds, 'report_decided')
}

async function write(db: Db, ids: string[], kind: 'report_received' | 'report_decided'): Promise<void> {
  const answerable = await db
    .select({
      report: reports,
      title: tasks.title,
      dueAt: tasks.dueAt,
      act: decisions.act,
      said: decisions.text,
    })
    .from(reports)
    .innerJoin(tasks, eq(tasks.id, reports.taskId))
    .leftJoin(decisions, eq(decisions.id, reports.decisionId))
    .where(and(inArray(reports.id, ids), isNotNull(reports.email)))
  for (const { report, title, dueAt, act, said } of answerable) {
    const { id, email, locale, reason } = report
    const outcome = act === 'hide' ? 'hidden' : act === 'restore' ? 'restored' : act ? 'kept' : null
    // What the author was told about a hidden text is theirs.
    const text = outcome === 'hidden' ? null : said
    const detail: ReportDetail = { reportId: id, title, reason, dueAt: dueAt.toISOString(), outcome, text }
    const letter = { key: `${kind}:${id}`, kind, address: email, locale, detail, priority: 0 }
    const [queued] = await db
      .insert(letters)
      .values(letter)
      .onConflictDoNothing()
      .returning({ id: letters.id })
    if (queued) await enqueue(db, 'letters.send', { letterId: queued.id }, queued.id)
  }
}

/** Who leaves is no longer behind what they reported. */
export async function forgetReporter(db: Db, personId: string): Promise<void> {
  await db.update(reports).set({ reporterId: null, email: null }).where(eq(reports.reporterId, personId))
}

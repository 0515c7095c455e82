import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import {
  appeals,
  changeRequests,
  decisions,
  grants,
  journal,
  reports,
  tasks,
  templates,
} from '../../../../drizzle/schema'
import { type DemoDesk, desks } from '../../../../tenants/desk'
import type { Tenant } from '../../../../tenants/tenant'
import { keyedHash } from '../../../auth/sealing'
import type { Db } from '../../../db'
import { changes, dueHours, type ReportReason } from '../../../moderation/rules'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'
import { aboutIdea, appealDays, pastReading } from './rules'

type Ground = { tenant: Tenant; now: Date }
type Row = Planted['row']

/** A desk that has been worked at: decisions taken, reports and an appeal waiting, a change asked, letters begun. */
export async function plantDesk(db: Db, ground: Ground, planted: Planted[]): Promise<void> {
  const desk = desks[ground.tenant.id]
  const [reader] = await db.select().from(grants).where(eq(grants.role, 'moderator')).limit(1)
  if (!desk || !reader) return
  const readerId = reader.personId
  const rows = planted.map(({ row }) => row)
  await plantReadings(db, rows, readerId)
  await plantReports(db, ground, desk, { rows, readerId })
  await plantAppeal(db, ground, desk)
  await plantRequest(db, ground, desk, { rows, readerId })
  await db.insert(templates).values(
    desk.templates.map((one) => ({
      ...{ ...one, locale: ground.tenant.locales[0]! },
      ...{ byId: readerId, changedAt: daysBefore(ground.now, 60) },
    })),
  )
}

async function plantReadings(db: Db, rows: Row[], readerId: string): Promise<void> {
  const read = rows.flatMap((row) => pastReading(row, readerId, row.ruleVersion ?? 1) ?? [])
  await db.insert(tasks).values(read.map(({ task }) => task))
  await db.insert(decisions).values(read.map(({ decision }) => decision))
}

/** Two ideas reported and waiting, one of them late; a third that was read last week, and stayed. */
async function plantReports(
  db: Db,
  { tenant, now }: Ground,
  { reports: said, kept }: DemoDesk,
  { rows, readerId }: { rows: Row[]; readerId: string },
): Promise<void> {
  const shown = rows.filter(({ collection, authorId }) => collection === 'open' && authorId !== readerId)
  const piles = [said.slice(0, 2), said.slice(2), said.slice(0, 1)]
  for (const [place, pile] of piles.entries()) {
    const row = shown[place * 4 + 2]
    if (!row) continue
    const isOver = place === 2
    const ago = (hours: number) => daysBefore(now, hours / 24 + (isOver ? 7 : 0))
    const openedAt = ago(pile[0]!.hoursAgo)
    const closedAt = isOver ? daysBefore(now, 7) : null
    const dueAt = new Date(openedAt.getTime() + dueHours.report * 3_600_000)
    const task = { ...aboutIdea(row), kind: 'report', openedAt, dueAt, closedAt } as const
    const [added] = await db
      .insert(tasks)
      .values({ ...task, reportCount: pile.length })
      .returning()
    const about = { subjectKind: 'idea', subjectId: row.id!, taskId: added!.id } as const
    const decisionId = closedAt
      ? await keep(db, { ...about, authorId: row.authorId ?? null, byId: readerId, at: closedAt, text: kept })
      : null
    const locale = tenant.locales[0]!
    await db.insert(reports).values(
      pile.map(({ reason, text, hoursAgo }) => ({
        ...about,
        ...{ text, goodFaith: true, locale, at: ago(hoursAgo), closedAt, decisionId },
        reason: reason as ReportReason,
        reporterKey: keyedHash('reporter', tenant.id, `${row.id} ${hoursAgo}`),
      })),
    )
  }
}

type Kept = {
  subjectKind: 'idea'
  subjectId: string
  taskId: string
  authorId: string | null
  byId: string
  at: Date
  text: string
}

async function keep(db: Db, kept: Kept): Promise<string> {
  const [decision] = await db
    .insert(decisions)
    .values({ ...kept, act: 'keep', source: 'report' })
    .returning()
  return decision!.id
}

/** The author of the last refusal disagrees. */
async function plantAppeal(db: Db, { now }: Ground, { appeal: text }: DemoDesk): Promise<void> {
  const refusal = await db.query.decisions.findFirst({
    where: eq(decisions.act, 'refuse'),
    orderBy: (decision, { desc }) => desc(decision.at),
  })
  const [past] = refusal?.taskId ? await db.select().from(tasks).where(eq(tasks.id, refusal.taskId)) : []
  if (!refusal || !past) return
  const at = daysBefore(now, 3)
  const dueAt = daysBefore(now, 3 - appealDays)
  const filed = {
    decisionId: refusal.id,
    firstReaderId: refusal.byId,
    authorId: refusal.authorId,
    text,
    at,
    dueAt,
  }
  const [added] = await db.insert(appeals).values(filed).returning()
  const { id: _id, tenantId: _city, closedAt: _closed, ...about } = past
  const matter = { appealId: added!.id, text }
  await db.insert(tasks).values({ ...about, kind: 'appeal', openedAt: at, dueAt, matter })
  const by = { byId: refusal.authorId, byRole: 'author', visibility: 'internal' } as const
  await db.insert(journal).values({ kind: 'appeal_filed', aboutId: refusal.subjectId, at, ...by })
}

/** Of what waits, the author of the oldest was asked to change something. */
async function plantRequest(
  db: Db,
  { now }: Ground,
  { asked: text }: DemoDesk,
  { rows, readerId }: { rows: Row[]; readerId: string },
): Promise<void> {
  const waiting = rows.filter(
    ({ publication, authorId }) => publication === 'submitted' && authorId !== readerId,
  )
  const row = waiting.toSorted((one, other) => Number(one.submittedAt) - Number(other.submittedAt))[0]
  if (!row) return
  const open = and(eq(tasks.subjectId, row.id!), isNull(tasks.closedAt))
  const [askedAt, dueAt] = [daysBefore(now, 0.6), daysBefore(now, 0.6 - changes.days)]
  const [task] = await db.update(tasks).set({ state: 'changes_asked', dueAt }).where(open).returning()
  const about = { subjectKind: 'idea', subjectId: row.id! } as const
  await db.insert(changeRequests).values({ ...about, round: 1, text, askedById: readerId, askedAt, dueAt })
  const made = { act: 'ask_changes', source: 'submission', byId: readerId, at: askedAt, text } as const
  await db.insert(decisions).values({ ...about, ...made, taskId: task!.id, authorId: row.authorId ?? null })
  const by = { byId: readerId, byRole: 'moderator', visibility: 'internal' } as const
  await db
    .insert(journal)
    .values({ kind: 'changes_asked', aboutId: row.id!, at: askedAt, ...by, detail: { text } })
}

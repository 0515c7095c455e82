import 'server-only'
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { appeals, decisions, ideas, reports, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import type { Month } from './rules'

type City = { id: string }
type Span = Pick<Month, 'from' | 'to'>

const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`
const medianHours = (span: SQL) =>
  sql<number | null>`percentile_cont(0.5) within group (order by extract(epoch from ${span}) / 3600.0)`

/** What the desk did in a month, as everyone may know it: numbers, and no name. */
export function findFigures(tenant: City, month: Span) {
  return inTenant(tenant, async (db) => ({
    received: await db.$count(tasks, and(eq(tasks.kind, 'submission'), during(tasks.openedAt, month))),
    decided: await decidedIn(db, month),
    byCode: await byCodeIn(db, month),
    reports: await reportsIn(db, month),
    appeals: await appealsIn(db, month),
    waiting: await waitingNow(db),
  }))
}
export type Figures = Awaited<ReturnType<typeof findFigures>>

function during(
  at: typeof tasks.openedAt | typeof decisions.at | typeof reports.at | typeof appeals.at,
  { from, to }: Span,
) {
  return and(gte(at, from), lt(at, to))
}

async function decidedIn(db: Db, month: Span) {
  const [figures] = await db
    .select({
      published: count(sql`${decisions.act} = 'publish'`),
      refused: count(sql`${decisions.act} = 'refuse'`),
      hidden: count(sql`${decisions.act} = 'hide'`),
      kept: count(sql`${decisions.act} = 'keep'`),
      restored: count(sql`${decisions.act} = 'restore'`),
      automated: count(sql`${decisions.isAutomated}`),
    })
    .from(decisions)
    .where(during(decisions.at, month))
  const [delay] = await db
    .select({ hours: medianHours(sql`${decisions.at} - ${tasks.openedAt}`) })
    .from(decisions)
    .innerJoin(tasks, eq(tasks.id, decisions.taskId))
    .where(and(inArray(decisions.act, ['publish', 'refuse']), during(decisions.at, month)))
  return { ...figures!, medianHours: delay?.hours ?? null }
}

function byCodeIn(db: Db, month: Span) {
  const number = sql<number>`count(*)::int`
  return db
    .select({ code: sql<string>`coalesce(${decisions.code}, 'other')`, number })
    .from(decisions)
    .where(and(eq(decisions.act, 'refuse'), during(decisions.at, month)))
    .groupBy(decisions.code)
    .orderBy(desc(number), decisions.code)
}

async function reportsIn(db: Db, month: Span) {
  const [figures] = await db
    .select({
      received: sql<number>`count(*)::int`,
      answered: count(sql`${reports.closedAt} is not null`),
      ledToHiding: count(sql`${decisions.act} = 'hide'`),
      medianHours: medianHours(sql`${reports.closedAt} - ${reports.at}`),
    })
    .from(reports)
    .leftJoin(decisions, eq(decisions.id, reports.decisionId))
    .where(during(reports.at, month))
  return figures!
}

async function appealsIn(db: Db, month: Span) {
  const [figures] = await db
    .select({
      received: sql<number>`count(*)::int`,
      upheld: count(sql`${appeals.outcome} = 'upheld'`),
      rejected: count(sql`${appeals.outcome} = 'rejected'`),
    })
    .from(appeals)
    .where(during(appeals.at, month))
  return figures!
}

async function waitingNow(db: Db) {
  const [figures] = await db
    .select({ all: sql<number>`count(*)::int`, late: count(sql`${tasks.dueAt} < now()`) })
    .from(tasks)
    .where(sql`${tasks.closedAt} is null`)
  return figures!
}

const publicActs = ['publish', 'refuse', 'hide', 'keep', 'restore', 'uphold_appeal', 'reject_appeal'] as const
export type PublicAct = (typeof publicActs)[number]
type From = { at: Date; id: string }

/** The register of decisions, the last first; what is not to be read is not named. */
export function listPublicDecisions(
  tenant: City,
  month: Span,
  { most = 50, before }: { most?: number; before?: From | null },
) {
  const isShown = sql`${ideas.publication} in ('published', 'withdrawn', 'merged')`
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        id: decisions.id,
        at: sql<Date>`date_trunc('milliseconds', ${decisions.at})`.mapWith(decisions.at),
        act: sql<PublicAct>`${decisions.act}`,
        code: decisions.code,
        subjectKind: decisions.subjectKind,
        ground: decisions.ground,
        byTwo: sql<boolean>`${decisions.secondById} is not null`,
        isAutomated: decisions.isAutomated,
        slug: sql<string | null>`case when ${isShown} then ${ideas.slug} end`,
        title: sql<string | null>`case when ${isShown} then ${ideas.title} end`,
      })
      .from(decisions)
      .leftJoin(ideas, eq(ideas.id, decisions.subjectId))
      .where(
        and(
          inArray(decisions.act, [...publicActs]),
          during(decisions.at, month),
          before
            ? sql`(date_trunc('milliseconds', ${decisions.at}), ${decisions.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(sql`date_trunc('milliseconds', ${decisions.at})`), desc(decisions.id))
      .limit(most + 1)
    const last = rows.length > most ? rows[most - 1]! : null
    return { decisions: rows.slice(0, most), next: last && { at: last.at, id: last.id } }
  })
}

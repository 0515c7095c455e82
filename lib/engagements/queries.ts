import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { ideas, obligations } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import type { DutyFilters, DutyMark } from './input'
import { facetsOf, isForward, type Standing, standingsAsked } from './rules'

type City = { id: string }
const pageSize = 30

export type Duty = Awaited<ReturnType<typeof listDuties>>['duties'][number]

/** One page of what the city owes or has done, with how many there are of each sort. */
export function listDuties(tenant: City, filters: DutyFilters, now: Date, size = pageSize) {
  return inTenant(tenant, async (db) => {
    const found = await readDuties(db, filters, now, size + 1)
    const cells = await countCells(db, now)
    const facets = facetsOf(cells, filters)
    const duties = found.slice(0, size)
    const last = duties.at(-1)
    const after: DutyMark | null = found.length > size && last ? { dueAt: last.dueAt, id: last.id } : null
    return { duties, cells, facets, after }
  })
}

const mostInAFile = 50_000

/** The same list whole, for a file. */
export function listAllDuties(tenant: City, filters: DutyFilters, now: Date) {
  return inTenant(tenant, (db) => readDuties(db, { ...filters, after: null }, now, mostInAFile))
}

/** What is owed comes late first; what is done, the latest first. */
function readDuties(db: Db, filters: DutyFilters, now: Date, size: number) {
  const forward = isForward(filters)
  const way = forward ? asc : desc
  return db
    .select(shown)
    .from(obligations)
    .innerJoin(ideas, eq(ideas.id, obligations.ideaId))
    .where(and(isShown, asked(filters, now), beyond(filters.after, forward)))
    .orderBy(way(obligations.dueAt), way(obligations.id))
    .limit(size)
}

function asked(filters: DutyFilters, now: Date): SQL | undefined {
  const { departments, districts, kinds } = filters
  return and(
    departments.length > 0 ? inArray(obligations.departmentId, departments) : undefined,
    districts.length > 0
      ? or(inArray(obligations.districtCode, districts), inArray(obligations.secondDistrictCode, districts))
      : undefined,
    kinds.length > 0 ? inArray(obligations.kind, kinds) : undefined,
    or(...standingsAsked(filters).map((standing) => standsAs(standing, now))),
  )
}

function standsAs(standing: Standing, now: Date): SQL | undefined {
  const open = and(isNull(obligations.metAt), isNull(obligations.waivedAt))
  const at = sql`${now.toISOString()}::timestamptz`
  switch (standing) {
    case 'late':
      return and(open, sql`${obligations.dueAt} <= ${at}`)
    case 'owed':
      return and(open, sql`${obligations.dueAt} > ${at}`)
    case 'met':
      return sql`${obligations.metAt} < ${obligations.dueAt}`
    case 'met_late':
      return sql`${obligations.metAt} >= ${obligations.dueAt}`
    case 'waived':
      return isNotNull(obligations.waivedAt)
  }
}

function beyond(mark: DutyMark | null, forward: boolean): SQL | undefined {
  if (!mark) return undefined
  const place = sql`(${mark.dueAt.toISOString()}::timestamptz, ${mark.id}::uuid)`
  const own = sql`(${obligations.dueAt}, ${obligations.id})`
  return forward ? sql`${own} > ${place}` : sql`${own} < ${place}`
}

/** How many duties share a department, a district, a kind and a standing: a few hundred rows at most. */
export function countCells(db: Db, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`
  const standing = sql<Standing>`case
    when ${obligations.waivedAt} is not null then 'waived'
    when ${obligations.metAt} < ${obligations.dueAt} then 'met'
    when ${obligations.metAt} is not null then 'met_late'
    when ${obligations.dueAt} <= ${at} then 'late' else 'owed' end`
  return db
    .select({
      departmentId: obligations.departmentId,
      districtCode: obligations.districtCode,
      secondDistrictCode: obligations.secondDistrictCode,
      kind: obligations.kind,
      standing: standing.as('standing'),
      count: sql<number>`count(*)::int`,
    })
    .from(obligations)
    .innerJoin(ideas, eq(ideas.id, obligations.ideaId))
    .where(isShown)
    .groupBy(
      ...[obligations.departmentId, obligations.districtCode, obligations.secondDistrictCode],
      ...[obligations.kind, sql`5`],
    )
}

/** What is owed for something hidden waits until it is seen again; what was withdrawn or merged is owed by nobody. */
const isShown = eq(ideas.publication, 'published')

const shown = {
  id: obligations.id,
  kind: obligations.kind,
  departmentId: obligations.departmentId,
  districtCode: obligations.districtCode,
  secondDistrictCode: obligations.secondDistrictCode,
  dueAt: obligations.dueAt,
  metAt: obligations.metAt,
  waivedAt: obligations.waivedAt,
  waivedReason: obligations.waivedReason,
  ideaId: ideas.id,
  slug: sql<string>`${ideas.slug}`,
  title: ideas.title,
  locale: ideas.locale,
  timeZone: ideas.timeZone,
}

/** What the city owes, or has done, for one idea, as its page tells it. */
export function listDutiesOf(db: Db, ideaId: string) {
  return db
    .select({
      id: obligations.id,
      kind: obligations.kind,
      turn: obligations.turn,
      departmentId: obligations.departmentId,
      dueAt: obligations.dueAt,
      metAt: obligations.metAt,
      waivedAt: obligations.waivedAt,
      waivedReason: obligations.waivedReason,
    })
    .from(obligations)
    .where(eq(obligations.ideaId, ideaId))
    .orderBy(asc(obligations.dueAt), asc(obligations.id))
}
export type IdeaDuty = Awaited<ReturnType<typeof listDutiesOf>>[number]

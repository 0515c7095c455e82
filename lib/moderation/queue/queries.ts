import 'server-only'
import { and, asc, eq, gt, ilike, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, tasks } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { type Acting, actsAs, type Grant } from '../../people/rules'
import { ownIds } from '../subjects/commands'
import { isReadBefore } from '../tasks/queries'
import type { Cursor, QueueFilters } from './input'

const atATime = 50
const holders = alias(people, 'holders')
const isLocked = sql<boolean>`coalesce(${tasks.lockUntil} > now(), false)`

type Reader = Acting & { id: string }
type Asked = { filters: QueueFilters; after: Cursor | null; reader: Reader }

/** What waits for this reader, the oldest duty first: fifty at a time, and where the next fifty begin. */
export function listQueue(tenant: { id: string }, { filters, after, reader }: Asked) {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ ...columns, isReadBefore: isReadBefore(reader.id) })
      .from(tasks)
      .leftJoin(people, eq(people.id, tasks.authorId))
      .leftJoin(holders, eq(holders.id, tasks.lockedById))
      .where(and(isOpen, within(reader), chosen(filters, reader.id), after ? isAfter(after) : undefined))
      .orderBy(asc(tasks.dueAt), asc(tasks.id))
      .limit(atATime + 1)
    const listed = rows.slice(0, atATime)
    const own = await ownIds(db, listed, reader.id)
    const shown = listed.map((row) => ({
      ...row,
      isOwn: row.authorId === reader.id || own.has(row.subjectId),
    }))
    const last = shown.at(-1)
    const next = rows.length > atATime && last ? { dueAt: last.dueAt, id: last.id } : null
    return { shown, next, counts: await countQueue(db, reader) }
  })
}
export type QueueRow = Awaited<ReturnType<typeof listQueue>>['shown'][number]

const columns = {
  id: tasks.id,
  subjectKind: tasks.subjectKind,
  subjectId: tasks.subjectId,
  kind: tasks.kind,
  state: tasks.state,
  title: tasks.title,
  themeId: tasks.themeId,
  districtCode: tasks.districtCode,
  secondDistrictCode: tasks.secondDistrictCode,
  author: people.name,
  authorId: tasks.authorId,
  openedAt: tasks.openedAt,
  dueAt: sql<Date>`date_trunc('milliseconds', ${tasks.dueAt})`.mapWith(tasks.dueAt),
  reportCount: tasks.reportCount,
  isLate: sql<boolean>`${tasks.dueAt} < now()`,
  isLocked,
  lockedById: tasks.lockedById,
  holder: holders.name,
  lockedAt: tasks.lockedAt,
}

const isOpen = isNull(tasks.closedAt)

/** A cursor holds milliseconds, a row microseconds: the same cut on both sides leaves nobody out. */
function isAfter({ dueAt, id }: Cursor): SQL {
  const cut = sql`date_trunc('milliseconds', ${tasks.dueAt})`
  const at = sql`${dueAt.toISOString()}::timestamptz`
  return sql`${tasks.dueAt} >= ${at} and (${cut}, ${tasks.id}) > (${at}, ${id}::uuid)`
}

/** A reader of one district or theme sees that one. */
export function within({ grants }: Acting): SQL | undefined {
  const reading = grants.filter((grant) => actsAs({ grants: [grant] }, 'moderator'))
  if (reading.some(({ scopeKind }) => scopeKind === 'city')) return undefined
  const values = (kind: Grant['scopeKind']) =>
    reading.flatMap(({ scopeKind, scopeValue }) => (scopeKind === kind && scopeValue ? [scopeValue] : []))
  const [districts, themes] = [values('district'), values('theme')]
  return or(inDistrict(districts), themes.length > 0 ? inArray(tasks.themeId, themes) : sql`false`)
}

/** What is between two districts is on the desk of both. */
function inDistrict(codes: string[]): SQL | undefined {
  if (codes.length === 0) return sql`false`
  return or(inArray(tasks.districtCode, codes), inArray(tasks.secondDistrictCode, codes))
}

function chosen(filters: QueueFilters, readerId: string): SQL | undefined {
  const { words, kind, state, district, theme, mine, late } = filters
  return and(
    words ? ilike(tasks.title, `%${words.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    kind ? eq(tasks.kind, kind) : undefined,
    state ? eq(tasks.state, state) : undefined,
    district ? inDistrict([district]) : undefined,
    theme ? eq(tasks.themeId, theme) : undefined,
    mine ? and(eq(tasks.lockedById, readerId), gt(tasks.lockUntil, sql`now()`)) : undefined,
    late ? lt(tasks.dueAt, sql`now()`) : undefined,
  )
}

async function countQueue(db: Db, reader: Reader) {
  const count = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`
  const [counts] = await db
    .select({
      all: sql<number>`count(*)::int`,
      late: count(sql`${tasks.dueAt} < now()`),
      mine: count(sql`${tasks.lockedById} = ${reader.id} and ${tasks.lockUntil} > now()`),
    })
    .from(tasks)
    .where(and(isOpen, within(reader)))
  return counts!
}

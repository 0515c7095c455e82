import 'server-only'
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { ideas, obligations } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import { announce } from '../journal/commands'
import { changed } from '../tenancy/freshness'

const atATime = 100
type City = { id: string }

/** What has just become late is said so in public, and told once to those above: whatever is late already is let be. */
export async function escalateLate(tenant: City): Promise<number> {
  let told = 0
  for (let some = atATime; some === atATime; told += some) some = await inTenant(tenant, escalateSome)
  return told
}

async function escalateSome(db: Db): Promise<number> {
  const late = await lockLate(db, isNull(obligations.escalatedAt), sql`${obligations.dueAt} <= now()`)
  for (const duty of late) await escalate(db, duty, sql`now()`)
  return late.length
}

/** Each month that an answer is still not there, everyone who waits for it is told so again, and it is public. */
export async function repeatLate(tenant: City): Promise<void> {
  for (let some = atATime; some === atATime;) some = await inTenant(tenant, repeatSome)
}

async function repeatSome(db: Db): Promise<number> {
  const lastTold = sql`coalesce(${obligations.repeatedAt}, ${obligations.dueAt})`
  const isStillLate = and(eq(obligations.kind, 'opinion'), isNotNull(obligations.escalatedAt))
  const late = await lockLate(db, isStillLate, sql`${lastTold} + interval '1 month' <= now()`)
  for (const { id, ideaId, dueAt } of late) {
    const at = await stamp(db, id, 'repeatedAt', sql`now()`)
    const lastDayOn = new Date(dueAt.getTime() - 1).toISOString()
    await announce(db, { kind: 'still_late', aboutId: ideaId, ...bySystem, at, detail: { lastDayOn } })
    await tellPages(db, ideaId)
  }
  return late.length
}

/** What is owed for something hidden waits until it is seen again. */
async function lockLate(db: Db, ...conditions: (SQL | undefined)[]) {
  const rows = await db
    .select({ duty: obligations })
    .from(obligations)
    .innerJoin(ideas, and(eq(ideas.id, obligations.ideaId), eq(ideas.publication, 'published')))
    .where(and(isNull(obligations.metAt), isNull(obligations.waivedAt), ...conditions))
    .orderBy(obligations.dueAt, obligations.id)
    .limit(atATime)
    .for('no key update', { of: obligations, skipLocked: true })
  return rows.map(({ duty }) => duty)
}

type Late = Pick<typeof obligations.$inferSelect, 'id' | 'ideaId' | 'kind' | 'dueAt' | 'departmentId'>

/** The caller has locked it and knows that it is late. */
export async function escalate(
  db: Db,
  { id, ideaId, kind, dueAt, departmentId }: Late,
  at: Date | SQL,
): Promise<void> {
  const told = await stamp(db, id, 'escalatedAt', at)
  const detail = { duty: kind, dueAt: dueAt.toISOString(), departmentId }
  await announce(db, { kind: 'duty_late', aboutId: ideaId, ...bySystem, at: told, detail })
  await tellPages(db, ideaId)
}

const bySystem = { byId: null, byRole: 'system', visibility: 'public' } as const

async function stamp(db: Db, id: string, column: 'escalatedAt' | 'repeatedAt', at: Date | SQL) {
  const [row] = await db
    .update(obligations)
    .set({ [column]: at })
    .where(eq(obligations.id, id))
    .returning({ at: sql<Date>`${obligations[column]}`.mapWith(obligations.dueAt) })
  return row!.at
}

async function tellPages(db: Db, ideaId: string): Promise<void> {
  await changed(db, `idea:${ideaId}`)
  await changed(db, 'ideas')
}

import 'server-only'
import { and, isNull, sql } from 'drizzle-orm'
import { obligations } from '../../drizzle/schema'
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
  const late = await db
    .select()
    .from(obligations)
    .where(
      and(
        isNull(obligations.metAt),
        isNull(obligations.waivedAt),
        isNull(obligations.escalatedAt),
        sql`${obligations.dueAt} <= now()`,
      ),
    )
    .orderBy(obligations.dueAt, obligations.id)
    .limit(atATime)
    .for('no key update', { skipLocked: true })
  for (const duty of late) await escalate(db, duty, sql`now()`)
  return late.length
}

type Late = Pick<typeof obligations.$inferSelect, 'id' | 'ideaId' | 'kind' | 'dueAt' | 'departmentId'>

/** The caller has locked it and knows that it is late. */
export async function escalate(
  db: Db,
  { id, ideaId, kind, dueAt, departmentId }: Late,
  at: Date | ReturnType<typeof sql>,
): Promise<void> {
  const [told] = await db
    .update(obligations)
    .set({ escalatedAt: at })
    .where(sql`${obligations.id} = ${id}`)
    .returning({ at: sql<Date>`${obligations.escalatedAt}`.mapWith(obligations.dueAt) })
  await announce(db, {
    kind: 'duty_late',
    aboutId: ideaId,
    at: told!.at,
    byId: null,
    byRole: 'system',
    visibility: 'public',
    detail: { duty: kind, dueAt: dueAt.toISOString(), departmentId },
  })
  await changed(db, `idea:${ideaId}`)
  await changed(db, 'ideas')
}

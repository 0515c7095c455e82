import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ideaImages, ideas, retentionRuns } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { destroyOldKeys } from '../../ideas/collection/commands'
import { record } from '../../journal/commands'
import { forgetImages } from '../../media/commands'
import { deleteAccount } from '../leaving/commands'
import { dueAt } from './due/queries'
import type { Due } from './due/rules'
import { limitsAt, type RetentionRow, retentionRows } from './rules'

const atATime = 500
/** No night's work is longer than this; what is left is the next night's. */
const most = 20_000

/** Forgets what is past its time, kind by kind, and notes how much. Done twice, the second time finds nothing. */
export async function forgetWhatIsDue(tenant: Tenant, now: Date): Promise<void> {
  for (const row of retentionRows) {
    const done = await untilNoneIsLeft(() => forgetSome(tenant, row, now))
    await inTenant(tenant, async (db) => {
      await db.insert(retentionRuns).values({ row, at: now, done })
    })
  }
}

async function untilNoneIsLeft(some: () => Promise<number>): Promise<number> {
  let [done, last] = [0, atATime]
  while (last >= atATime && done < most) {
    last = await some()
    done += last
  }
  return done
}

/** The next few hundred of one line of the table; how many they were. */
export function forgetSome(tenant: Tenant, row: RetentionRow, now: Date): Promise<number> {
  if (row === 'voices') return destroyOldKeys(tenant, now)
  if (row === 'inactive') return leaveFor(tenant, now)
  if (row === 'inactive_warned') return warn(tenant, now, 'account_expiring')
  if (row === 'drafts_warned') return warn(tenant, now, 'draft_expiring')
  if (row === 'drafts') return discardOld(tenant, now)
  return forgetRows(tenant, row, now)
}

function forgetRows(tenant: Tenant, row: RetentionRow, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const byPostgres = row === 'decision_words' ? await forgetDecisionWords(db, now) : 0
    const done = [byPostgres]
    for (const due of dueAt(db, row, now)) done.push(await forgetIn(db, due))
    return done.reduce((sum, one) => sum + one, 0)
  })
}

async function forgetDecisionWords(db: Db, now: Date): Promise<number> {
  const before = limitsAt(now).decision_words.toISOString()
  const [forgotten] = await db.execute<{ count: number }>(sql`
    select app.forget_decision_words(${before}::timestamptz, ${now.toISOString()}::timestamptz, ${atATime}) as count`)
  return forgotten!.count
}

async function forgetIn(db: Db, { from, where, emptied }: Due): Promise<number> {
  if (emptied === 'by_postgres') return 0
  const some = sql`ctid = any (array(select ctid from ${from} where ${where} limit ${atATime})) returning 1`
  const gone = await db.execute(
    emptied ? sql`update ${from} set ${emptied} where ${some}` : sql`delete from ${from} where ${some}`,
  )
  return gone.length
}

function idsDue(tenant: Tenant, row: RetentionRow, now: Date): Promise<string[]> {
  return inTenant(tenant, async (db) => {
    const [due] = dueAt(db, row, now)
    const { from, where } = due!
    const rows = await db.execute<{ id: string }>(
      sql`select id from ${from} where ${where} order by id limit ${atATime}`,
    )
    return rows.map(({ id }) => id)
  })
}

/** As if they had deleted their account themselves: what they were counted in stays counted. */
async function leaveFor(tenant: Tenant, now: Date): Promise<number> {
  const ids = await idsDue(tenant, 'inactive', now)
  const left = []
  for (const personId of ids) {
    const outcome = await deleteAccount(tenant, { personId, keepCertificates: true, now })
    if (outcome.ok) left.push(personId)
  }
  return left.length
}

async function discardOld(tenant: Tenant, now: Date): Promise<number> {
  const ids = await idsDue(tenant, 'drafts', now)
  const files = await inTenant(tenant, async (db) => {
    const still = and(inArray(ideas.id, ids), eq(ideas.publication, 'draft'))
    const held = await db.select({ id: ideas.id }).from(ideas).where(still).for('update')
    const kept = held.map(({ id }) => id)
    const images = await db.delete(ideaImages).where(inArray(ideaImages.ideaId, kept)).returning()
    await db.delete(ideas).where(inArray(ideas.id, kept))
    return images.map(({ file }) => file)
  })
  await forgetImages(tenant, files)
  return ids.length
}

/** Tells them a month or two before, with what to do to keep what is theirs. */
async function warn(tenant: Tenant, now: Date, kind: 'account_expiring' | 'draft_expiring'): Promise<number> {
  const ids = await idsDue(tenant, kind === 'account_expiring' ? 'inactive_warned' : 'drafts_warned', now)
  await inTenant(tenant, async (db) => {
    for (const aboutId of ids) {
      const detail = kind === 'account_expiring' ? { tell: [aboutId] } : { path: '/mes-idees' }
      await record(db, {
        kind,
        aboutId,
        at: now,
        byId: null,
        byRole: 'system',
        visibility: 'internal',
        detail,
      })
    }
  })
  return ids.length
}

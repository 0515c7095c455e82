import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ideaImages, ideas, reports, retentionRuns } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { destroyOldKeys } from '../../ideas/collection/commands'
import { record } from '../../journal/commands'
import { forgetImages } from '../../media/commands'
import { deleteAccount } from '../leaving/commands'
import { dueAt } from './queries'
import { type RetentionRow, retentionRows } from './rules'

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

function forgetSome(tenant: Tenant, row: RetentionRow, now: Date): Promise<number> {
  if (row === 'voices') return destroyOldKeys(tenant, now)
  if (row === 'inactive') return leaveFor(tenant, now)
  if (row === 'inactive_warned') return warn(tenant, now, 'account_expiring')
  if (row === 'drafts_warned') return warn(tenant, now, 'draft_expiring')
  if (row === 'drafts') return discardOld(tenant, now)
  if (row === 'reporters') return forgetReporters(tenant, now)
  return removeSome(tenant, row, now)
}

/** Rows that nothing points at are simply deleted. */
function removeSome(tenant: Tenant, row: RetentionRow, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const { from, where } = dueAt(db, now)[row]
    const gone = await db.execute(sql`
      delete from ${from} where ctid = any (array(select ctid from ${from} where ${where} limit ${atATime})) returning 1`)
    return gone.length
  })
}

function idsDue(tenant: Tenant, row: RetentionRow, now: Date): Promise<string[]> {
  return inTenant(tenant, async (db) => {
    const { from, where } = dueAt(db, now)[row]
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
    const outcome = await deleteAccount(tenant, { personId, now })
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

/** What was reported and decided stays; who reported it is nobody's to know any more. */
async function forgetReporters(tenant: Tenant, now: Date): Promise<number> {
  const ids = await idsDue(tenant, 'reporters', now)
  await inTenant(tenant, async (db) => {
    await db.update(reports).set({ reporterId: null, email: null }).where(inArray(reports.id, ids))
  })
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

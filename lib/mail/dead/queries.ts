import 'server-only'
import { desc, eq, gt, isNotNull, or, sql } from 'drizzle-orm'
import { letters, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { maskedAddress, withoutAddresses } from './rules'

const mostShown = 100

/** Letters that did not leave, newest first, and how the others fared in the last seven days. */
export function findPost(tenant: Tenant, now: Date) {
  const since = new Date(now.getTime() - 7 * 86_400_000)
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        id: letters.id,
        kind: letters.kind,
        address: letters.address,
        email: people.email,
        attempts: letters.attempts,
        endedAt: letters.endedAt,
        lastError: letters.lastError,
      })
      .from(letters)
      .leftJoin(people, eq(people.id, letters.personId))
      .where(eq(letters.state, 'failed'))
      .orderBy(desc(letters.endedAt), letters.id)
      .limit(mostShown)
    const counted = await db
      .select({ state: letters.state, count: sql<number>`count(*)::int` })
      .from(letters)
      .where(or(gt(letters.endedAt, since), eq(letters.state, 'waiting'), eq(letters.state, 'failed')))
      .groupBy(letters.state)
    const [struggling] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(letters)
      .where(sql`${letters.state} = 'waiting' and ${isNotNull(letters.lastError)}`)
    const [refused] = await db.select({ count: sql<number>`count(*)::int` }).from(refusedMailboxes)
    const counts = new Map(counted.map(({ state, count }) => [state, count]))
    return {
      failed: rows.map(({ address, email, lastError, ...letter }) => ({
        ...letter,
        address: maskedAddress(address ?? email),
        reason: withoutAddresses(lastError),
      })),
      sent: counts.get('sent') ?? 0,
      waiting: counts.get('waiting') ?? 0,
      failedCount: counts.get('failed') ?? 0,
      struggling: struggling!.count,
      refusedMailboxes: refused!.count,
    }
  })
}
export type Post = Awaited<ReturnType<typeof findPost>>

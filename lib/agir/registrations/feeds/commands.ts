import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { calendarFeeds } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done } from '../../../outcome'
import { hashOf } from '../../../people/sign-in/queries'
import { feedToken } from './queries'

type City = { id: string }
type Own = { personId: string; now: Date }

/** A new address for a person's own calendar; the one before shows nothing from now on. */
export function openFeed(tenant: City, { personId, now }: Own) {
  return inTenant(tenant, async (db) => {
    await revoke(db, personId, now)
    const id = randomUUID()
    const tokenHash = hashOf(feedToken(tenant, id))
    await db.insert(calendarFeeds).values({ id, personId, tokenHash, createdAt: now })
    return done(undefined)
  })
}

/** Whoever had the address finds nothing there any more. */
export function revokeFeed(tenant: City, { personId, now }: Own) {
  return inTenant(tenant, async (db) => {
    await revoke(db, personId, now)
    return done(undefined)
  })
}

export async function revoke(db: Db, personId: string, now: Date): Promise<void> {
  await db
    .update(calendarFeeds)
    .set({ revokedAt: now })
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
}

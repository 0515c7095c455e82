import 'server-only'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { activities, journal } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { changed } from '../../../tenancy/freshness'
import { noteGone } from '../../sources/changes/notes/commands'
import { entry } from '../commands'
import { callOff } from '../times/commands'

type Ending = { origin: string; now: Date; reason: string }

/** What this origin announced once and no longer does, once all that it announces was read. */
export function endWhatIsGone(tenant: Tenant, { origin, now, reason }: Ending) {
  return inTenant(tenant, async (db) => {
    const missing = await db
      .select({ id: activities.id, claimedAt: activities.claimedAt })
      .from(activities)
      .where(
        and(
          eq(activities.origin, origin),
          lt(activities.originSeenAt, now),
          eq(activities.publication, 'published'),
        ),
      )
      .for('no key update')
    const kept = missing.filter(({ claimedAt }) => claimedAt !== null).map(({ id }) => id)
    const gone = missing.filter(({ claimedAt }) => claimedAt === null).map(({ id }) => id)
    await noteGone(db, kept, now)
    if (gone.length === 0) return 0
    await endHere(db, gone, { now, reason })
    await db
      .insert(journal)
      .values(gone.map((aboutId) => entry(aboutId, 'activity_gone_at_source', now, origin)))
    await changed(db, 'activities')
    return gone.length
  })
}

/** They are no longer announced: their dates are called off, and those who are registered hear of it. */
export async function endHere(db: Db, ids: string[], { now, reason }: { now: Date; reason: string }) {
  await db
    .update(activities)
    .set({ publication: 'archived', archivedAt: now, originHash: null })
    .where(inArray(activities.id, ids))
  await callOff(db, ids, { reason, now })
}

export function countGone(tenant: Tenant, origin: string, seen: string[]): Promise<number> {
  return inTenant(tenant, async (db) => {
    const known = await db
      .select({ originId: activities.originId })
      .from(activities)
      .where(and(eq(activities.origin, origin), eq(activities.publication, 'published')))
    const still = new Set(seen)
    return known.filter(({ originId }) => !still.has(originId!)).length
  })
}

import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { notices } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { done, type Outcome } from '../../outcome'

type Reading = { personId: string; now: Date; eventId?: string }

/** One notice, or all there are. */
export function markRead(
  tenant: Tenant,
  { personId, now, eventId }: Reading,
): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    const which = eventId ? eq(notices.eventId, eventId) : undefined
    await db
      .update(notices)
      .set({ readAt: now })
      .where(and(eq(notices.personId, personId), isNull(notices.readAt), which))
    return done(undefined)
  })
}

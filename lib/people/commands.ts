import 'server-only'
import { lt, or } from 'drizzle-orm'
import { letters, rateLimits, sessions, signInLinks } from '../../drizzle/schema'
import type { Tenant } from '../../tenants/tenant'
import { inTenant } from '../db'

const day = 86_400_000

/** Forgets what nobody needs any longer: links and windows after a week, sessions a month after their end, letters after a year. */
export function tidy(tenant: Tenant, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  return inTenant(tenant, async (db) => {
    await db.delete(signInLinks).where(lt(signInLinks.expiresAt, ago(7)))
    await db.delete(rateLimits).where(lt(rateLimits.windowStart, ago(7)))
    await db.delete(sessions).where(or(lt(sessions.expiresAt, ago(30)), lt(sessions.revokedAt, ago(30))))
    await db.delete(letters).where(lt(letters.queuedAt, ago(365)))
  })
}

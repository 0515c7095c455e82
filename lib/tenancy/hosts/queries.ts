import 'server-only'
import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { hostClaims, hosts } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'

/** Every name of the city, served or not yet, with how it was proven. */
export function listHosts(tenant: Tenant) {
  return inTenant(tenant, async (db) => {
    const claims = await db.select().from(hostClaims).orderBy(asc(hostClaims.addedAt))
    const served = await db.select().from(hosts).where(eq(hosts.cityId, tenant.id)).orderBy(asc(hosts.host))
    const names = [...new Set([...served.map(({ host }) => host), ...claims.map(({ host }) => host)])]
    return names.map((host) => {
      const entry = served.find((one) => one.host === host)
      const claim = claims.find((one) => one.host === host) ?? null
      const isServed = entry !== undefined && entry.status !== 'detached'
      const state = isServed
        ? entry.status === 'failing'
          ? 'failing'
          : 'active'
        : (claim?.status ?? 'detached')
      const surface = entry?.surface ?? claim!.surface
      return {
        host,
        surface,
        claim,
        state,
        isMain: isServed && entry.role === 'canonical',
        detachedAt: entry?.detachedAt ?? null,
      }
    })
  })
}
export type ListedHost = Awaited<ReturnType<typeof listHosts>>[number]

const day = 86_400_000

/** Names to ask the DNS about again: each day while they wait, each week once they are served. */
export function listDue(tenant: Tenant, now: Date): Promise<string[]> {
  return inTenant(tenant, async (db) => {
    const before = (days: number) =>
      or(isNull(hostClaims.checkedAt), lt(hostClaims.checkedAt, new Date(now.getTime() - days * day)))
    const waiting = and(inArray(hostClaims.status, ['pending', 'verified', 'failing']), before(0.9))
    const served = and(eq(hostClaims.status, 'active'), before(6.9))
    const rows = await db
      .select({ host: hostClaims.host })
      .from(hostClaims)
      .where(or(waiting, served))
      .limit(50)
    return rows.map(({ host }) => host)
  })
}

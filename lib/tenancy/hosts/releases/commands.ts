import 'server-only'
import { and, eq, gt, lte } from 'drizzle-orm'
import { hosts } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { tellAdmins } from '../../../mail/staff/commands'
import { heldDays } from '../rules'

const day = 86_400_000

/** Says, once for each, which names given up will soon be free for another city. */
export function tellOfReleases(tenant: { id: string }, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * day)
  return inTenant(tenant, async (db) => {
    const leaving = await db
      .select({ host: hosts.host, detachedAt: hosts.detachedAt })
      .from(hosts)
      .where(
        and(
          eq(hosts.cityId, tenant.id),
          eq(hosts.status, 'detached'),
          lte(hosts.detachedAt, ago(heldDays.all - heldDays.toldBefore)),
          gt(hosts.detachedAt, ago(heldDays.all)),
        ),
      )
    for (const { host, detachedAt } of leaving) {
      const free = new Date(detachedAt!.getTime() + heldDays.all * day).toISOString()
      const detail = { host, day: free }
      await tellAdmins(db, { kind: 'host_released_soon', about: `${host}:${free}`, detail, now })
    }
  })
}

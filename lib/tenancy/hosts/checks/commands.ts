import 'server-only'
import type { hostClaims } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { tellAdmins } from '../../../mail/staff/commands'
import type { Dns } from '../../../outgoing/resolver'
import { wayProblem } from '../rules'

type Claim = typeof hostClaims.$inferSelect

/** A name may be proven and still lead its visitors elsewhere. The main address says where ours is. */
export async function whereItLeads(tenant: Tenant, host: string, { addresses }: Dns) {
  const surfaces = ['shared', 'decider', 'agir'] as const
  const main = surfaces.map((one) => tenant.hosts[one]).find((one) => one !== undefined && one !== host)
  if (!addresses || !main) return null
  return Promise.all([addresses(host), addresses(main)]).then(
    ([own, ours]) => wayProblem(own, ours),
    () => null,
  )
}

/** Those who run the city are told when a name is proven, and when one in service no longer is. */
export async function tellOfCheck(db: Db, before: Claim, after: Partial<Claim>, now: Date): Promise<void> {
  const detail = { host: before.host }
  const about = `${before.host}:${now.getTime()}`
  if (before.status === 'pending' && after.status === 'verified')
    await tellAdmins(db, { kind: 'host_proved', about, detail, now })
  if (before.status === 'active' && after.status === 'failing')
    await tellAdmins(db, { kind: 'host_failing', about, detail, now })
}

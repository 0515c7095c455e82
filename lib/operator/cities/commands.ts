import 'server-only'
import { eq } from 'drizzle-orm'
import { cities, operatorActs, tenantVersions } from '../../../drizzle/schema'
import { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../../tenancy/audit/commands'
import { findReadiness } from '../../tenancy/readiness/queries'
import { missingBeforeOpening } from '../../tenancy/readiness/rules'
import { type CityStatus, nextStatuses, opensFirst } from '../../tenancy/states/rules'

const daysToLeave = 30

type Change = { city: string; status: CityStatus; reason: string; byEmail: string; now: Date }
export type StatusRefusal = 'city_gone' | 'status_not_next' | 'status_reason_needed' | 'status_not_ready'

/** Moves a city to another state, for every process at once. Whoever closes a door says why, on that door. */
export function setCityStatus(
  operator: Operator,
  { city: id, status, reason, byEmail, now }: Change,
): Promise<Outcome<undefined, StatusRefusal>> {
  return operator.inCity({ id }, async (db) => {
    const [city] = await db.select().from(cities).where(eq(cities.id, id)).for('update')
    if (!city) return refused('city_gone')
    if (status === 'deleted' || !nextStatuses[city.status].includes(status)) return refused('status_not_next')
    if (opensFirst(city.status, status) && !(await isReady(db, city))) return refused('status_not_ready')
    const isClosingDoor = status === 'suspended' || status === 'closing'
    if (isClosingDoor && reason === '') return refused('status_reason_needed')
    const closesAt = status === 'closing' ? new Date(now.getTime() + daysToLeave * 86_400_000) : null
    const change = { status, statusReason: reason || null, closesAt, changedAt: now }
    await db.update(cities).set(change).where(eq(cities.id, id))
    const detail = { from: city.status, to: status, reason }
    await db.insert(operatorActs).values({ cityId: id, byEmail, action: 'status', detail, at: now })
    const act = {
      action: 'city.state',
      subject: 'city',
      before: city.status,
      after: status,
      reason: reason || null,
      now,
    }
    await audit(db, { actor: { kind: 'operator', name: byEmail }, ...act })
    return done(undefined)
  })
}

async function isReady(db: Db, { publishedVersion }: typeof cities.$inferSelect): Promise<boolean> {
  const [published] = await db
    .select({ settings: tenantVersions.settings })
    .from(tenantVersions)
    .where(eq(tenantVersions.version, publishedVersion))
  const { data: tenant } = Tenant.safeParse(published?.settings)
  return tenant !== undefined && missingBeforeOpening(await findReadiness(tenant)).length === 0
}

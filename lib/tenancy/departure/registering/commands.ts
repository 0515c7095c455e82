import 'server-only'
import { and, desc, eq, ne } from 'drizzle-orm'
import { cities, hosts, tenantVersions } from '../../../../drizzle/schema'
import { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import type { Operator } from '../../../db/operator'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../freshness'
import { hasHostOfAnotherCity, moveHead, publishSettings } from '../../versions/commands'

export type RegisterRefusal = 'host_of_another_city' | 'settings_not_readable'

/** Whether a city that is not registered yet may have the hosts it comes with. */
export function mayHaveItsHosts(
  operator: Operator,
  city: { id: string },
  settings: unknown,
): Promise<boolean> {
  const read = Tenant.safeParse({ ...(settings as object), id: city.id })
  return operator.inCity(city, async (db) => read.success && !(await hasHostOfAnotherCity(db, read.data)))
}

/**
 * Puts what arrived in force. A city that was registered keeps the hosts it has here, as a version of its own; one that
 * was not is registered with the hosts it came with. Twice changes nothing.
 */
export function registerArrived(
  operator: Operator,
  city: { id: string },
  now: Date,
): Promise<Outcome<{ version: number }, RegisterRefusal>> {
  return operator.inCity(city, async (db) => {
    const [last] = await db.select().from(tenantVersions).orderBy(desc(tenantVersions.version)).limit(1)
    const read = Tenant.safeParse(last?.settings)
    if (!last || !read.success) return refused('settings_not_readable')
    const [known] = await db.select().from(cities).where(eq(cities.id, city.id)).for('update')
    if (known && known.status !== 'deleted')
      return keepHosts(db, read.data, { head: known.publishedVersion, last: last.version, now })
    if (await hasHostOfAnotherCity(db, read.data)) return refused('host_of_another_city')
    await moveHead(db, read.data, last.version)
    // Back from where it had gone: its operator opens it again.
    if (known) await db.update(cities).set({ status: 'draft', closesAt: null }).where(eq(cities.id, city.id))
    await changed(db, 'settings')
    return done({ version: last.version })
  })
}

async function keepHosts(
  db: Db,
  came: Tenant,
  { head, last, now }: { head: number; last: number; now: Date },
) {
  const tenant = Tenant.parse({ ...came, hosts: await hostsHere(db, came.id) })
  const same = JSON.stringify(tenant.hosts) === JSON.stringify(came.hosts)
  if (same) {
    if (head !== last) await moveHead(db, tenant, last)
    await changed(db, 'settings')
    return done({ version: last })
  }
  const publication = { tenant, base: head, author: 'import', note: null, reason: 'first_rules', now }
  const published = await publishSettings(db, publication)
  return published.ok ? done({ version: published.value.version }) : done({ version: last })
}

async function hostsHere(db: Db, cityId: string): Promise<Tenant['hosts']> {
  const held = and(eq(hosts.cityId, cityId), ne(hosts.status, 'detached'))
  const rows = await db.select().from(hosts).where(held)
  const own = rows.filter(({ role }) => role === 'canonical').map(({ surface, host }) => [surface, host])
  const aliases = rows.filter(({ role }) => role === 'alias').map(({ host, surface: to }) => ({ host, to }))
  return { ...Object.fromEntries(own), aliases }
}

import 'server-only'
import { desc } from 'drizzle-orm'
import { announcements, cities } from '../../../drizzle/schema'
import { operatorDoor } from '../../db/operator'
import { localized } from '../../i18n/localized'
import { findTenant } from '../../tenancy/registry'

/** What was announced, the newest first. */
export const listAnnouncements = (operator = operatorDoor()) =>
  operator.registry.select().from(announcements).orderBy(desc(announcements.fromAt)).limit(50)

export type ListedAnnouncement = Awaited<ReturnType<typeof listAnnouncements>>[number]

/** Names are in settings, of which so many cities' are kept at hand; the others go by their id. */
const mostNamed = 250

export type NamedCity = { id: string; name: string }

/** Every city by the name it gives itself. */
export async function listCityNames(operator = operatorDoor()): Promise<NamedCity[]> {
  const rows = await operator.registry.select({ id: cities.id }).from(cities).orderBy(cities.id)
  const named = await Promise.all(
    rows.map(async ({ id }, place) => {
      const tenant = place < mostNamed ? await findTenant(id) : null
      return { id, name: tenant ? localized(tenant.name, tenant.locales[0]!, tenant) : id }
    }),
  )
  return named.sort((one, other) => one.name.localeCompare(other.name))
}

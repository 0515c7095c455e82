import 'server-only'
import { cities } from '../../drizzle/schema'
import { shippedCities } from '../../tenants/shipped'
import type { Tenant } from '../../tenants/tenant'
import { asOperator, type Operator } from '../db/operator'
import { publishSettings } from './versions/commands'

/** One state of a city's settings, and why its rules were so. */
export type Edition = { tenant: Tenant; author: string; reason: string; publishedAt: Date }

export const firstEdition = (tenant: Tenant, publishedAt: Date): Edition => ({
  tenant,
  author: 'seed',
  reason: 'first_rules',
  publishedAt,
})

/** Registers the cities that come with the product and are not there yet. What a city has published is left alone. */
export function seedCities(ownerUrl: string, now = new Date(), shipped = shippedCities): Promise<string[]> {
  return asOperator(ownerUrl, (operator) =>
    foundCities(operator, shipped, (tenant) => [firstEdition(tenant, now)]),
  )
}

/** Each new city publishes its editions, oldest first. The names of those that were new. */
export async function foundCities(
  operator: Operator,
  shipped: readonly Tenant[],
  editionsOf: (tenant: Tenant) => Edition[],
): Promise<string[]> {
  const rows = await operator.registry.select({ id: cities.id }).from(cities)
  const known = new Set(rows.map(({ id }) => id))
  const missing = shipped.filter(({ id }) => !known.has(id))
  for (const tenant of missing) await operator.inCity(tenant, (db) => publishAll(db, editionsOf(tenant)))
  return missing.map(({ id }) => id)
}

async function publishAll(db: Parameters<typeof publishSettings>[0], editions: Edition[]): Promise<void> {
  let base: number | null = null
  for (const { publishedAt: now, ...edition } of editions) {
    const publication = { ...edition, base, note: null, now }
    const published = await publishSettings(db, publication)
    if (!published.ok) throw new Error(`${edition.tenant.id} could not be registered: ${published.refusal}`)
    base = published.value.version
  }
}

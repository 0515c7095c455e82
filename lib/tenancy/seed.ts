import 'server-only'
import { cities } from '../../drizzle/schema'
import { shippedCities } from '../../tenants/shipped'
import { asOperator } from '../db/operator'
import { publishSettings } from './versions/commands'

/** Registers the cities that come with the product and are not there yet. What a city has published is left alone. */
export function seedCities(ownerUrl: string, now = new Date(), shipped = shippedCities): Promise<string[]> {
  return asOperator(ownerUrl, async (operator) => {
    const rows = await operator.registry.select({ id: cities.id }).from(cities)
    const known = new Set(rows.map(({ id }) => id))
    const missing = shipped.filter(({ id }) => !known.has(id))
    for (const tenant of missing) {
      const first = { base: null, author: 'seed', note: null, reason: 'first_rules', now }
      const published = await operator.inCity(tenant, (db) => publishSettings(db, { tenant, ...first }))
      if (!published.ok) throw new Error(`${tenant.id} could not be registered: ${published.refusal}`)
    }
    return missing.map(({ id }) => id)
  })
}

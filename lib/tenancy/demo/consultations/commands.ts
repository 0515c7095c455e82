import 'server-only'
import { consultationDocuments, consultations, journal } from '../../../../drizzle/schema'
import { inventories } from '../../../../tenants/consultations'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { plantedHistory } from './history/rules'
import { plantedInventory } from './rules'

/** Fills the inventory of a demo city. */
export async function plantConsultations(db: Db, tenant: Tenant, now: Date): Promise<void> {
  const inventory = inventories[tenant.id]
  if (!inventory) return
  const { timeZone, locales } = tenant
  const held = plantedInventory(inventory, { timeZone, locale: locales[0]!, now })
  await db.insert(consultations).values(held.map(({ row }) => row))
  const ground = { timeZone, now }
  await db.insert(journal).values(held.flatMap(({ row, item }) => plantedHistory(row, item, ground)))
  const documents = held.flatMap((one) => one.documents)
  if (documents.length > 0) await db.insert(consultationDocuments).values(documents)
}

import 'server-only'
import { desc } from 'drizzle-orm'
import { announcements, cities } from '../../../drizzle/schema'
import { operatorDoor } from '../../db/operator'

/** What was announced, the newest first. */
export const listAnnouncements = (operator = operatorDoor()) =>
  operator.registry.select().from(announcements).orderBy(desc(announcements.fromAt)).limit(50)

export type ListedAnnouncement = Awaited<ReturnType<typeof listAnnouncements>>[number]

/** Every city by its own name. */
export async function listCityNames(operator = operatorDoor()): Promise<string[]> {
  const rows = await operator.registry.select({ id: cities.id }).from(cities).orderBy(cities.id)
  return rows.map(({ id }) => id)
}

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { positions } from '@/drizzle/schema'
import { listInstead } from '@/lib/agir/finding/instead/queries'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../../support/agir'
import { aCity, publish } from '../../support/new-cities'

const now = new Date('2026-11-22T10:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('in the place of what was called off come others about the same, near first, with seats left', async () => {
  const city = aCity()
  await publish(city)
  const [theme, other] = city.themes.map(({ id }) => id)
  const [here, there] = city.territory.districts.map(({ code }) => code)
  const offered = async (title: string, days: number, detail: object, seats: object = {}) => {
    const { id } = await anActivity(city, { title, themeIds: [theme!], districtCode: there!, ...detail })
    const { positionId } = await aDate(city, id, inDays(days), seats)
    return { id, positionId }
  }
  const { id } = await offered(
    'Annulée',
    1,
    { districtCode: here! },
    { state: 'cancelled', reason: 'La pluie.' },
  )
  await offered('Loin demain', 1, {})
  await offered('Près dans dix jours', 10, { districtCode: here! })
  const full = await offered('Près, complet', 2, { districtCode: here! }, { capacity: 1 })
  const isIt = eq(positions.id, full.positionId)
  await inTenant(city, (db) => db.update(positions).set({ seatsTaken: 1 }).where(isIt))
  await offered('Autre chose', 1, { themeIds: [other!], districtCode: here! })
  const found = await listInstead(city, { id, themeIds: [theme!], districtCode: here! }, now)
  expect(found.map(({ title }) => title)).toEqual(['Près dans dix jours', 'Loin demain'])
})

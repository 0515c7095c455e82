import { expect, test } from 'vitest'
import { noFilters } from '@/lib/agir/finding/rules'
import { listOpenDates } from '@/lib/agir/open-data/queries'
import { geoJsonOf } from '@/lib/agir/open-data/rules'
import { aDate, anActivity } from '../support/agir'
import { aPerson } from '../support/factories'
import { aCity, publish } from '../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')

test('what is handed out has the dates called off, and names no person', async () => {
  const city = aCity()
  await publish(city)
  const organiserId = await aPerson(city, { name: 'Odile Secrète' })
  const { id } = await anActivity(city, {
    organiserId,
    latitude: 46.92,
    longitude: 2.04,
    placeLabel: 'Halle',
  })
  await aDate(city, id, new Date('2026-11-25T17:00:00Z'))
  await aDate(city, id, new Date('2026-11-26T17:00:00Z'), {
    state: 'cancelled',
    reason: 'Pluie',
    sequence: 1,
  })
  const dates = await listOpenDates(city, noFilters, now)
  expect(dates.map(({ state, sequence }) => [state, sequence])).toEqual([
    ['scheduled', 0],
    ['cancelled', 1],
  ])
  expect(JSON.stringify(dates)).not.toContain('Secrète')
  expect(geoJsonOf(dates, () => 'https://agir.test').features).toMatchObject([
    { geometry: { coordinates: [2.04, 46.92] }, properties: { place: 'Halle' } },
    { properties: { state: 'cancelled' } },
  ])
})

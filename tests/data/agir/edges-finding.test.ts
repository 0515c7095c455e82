import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, occurrences } from '@/drizzle/schema'
import { PlaceInput } from '@/lib/agir/activities/answers/input'
import { placeAddresses } from '@/lib/agir/activities/placing/commands'
import { listActivitySpots } from '@/lib/agir/atlas/queries'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import { followZones } from '@/lib/agir/schedules/zones/commands'
import { inTenant } from '@/lib/db'
import { districtAt, type Point } from '@/lib/ideas/places/rules'
import { anAddressService, pointIn } from '../../support/addresses'
import { aDate, anActivity } from '../../support/agir'
import { aCity, publish } from '../../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')
const soon = new Date('2026-11-25T17:00:00Z')
const later = new Date('2027-11-25T17:00:00Z')

async function newCity() {
  const city = aCity()
  await publish(city)
  return city
}

test('edge 18: what is held from afar is in the list, and has no pin', async () => {
  const city = await newCity()
  const [longitude, latitude] = city.territory.centre
  const { id } = await anActivity(city, { attendance: 'online', latitude, longitude })
  await aDate(city, id, soon)
  expect((await listActivities(city, noFilters, now)).cards).toMatchObject([{ attendance: 'online' }])
  expect(await listActivitySpots(city, noFilters, { square: 0.01, now })).toEqual([])
})

const place = { activityId: crypto.randomUUID(), then: 'next', attendance: 'on_site', placeLabel: 'La halle' }

test('edge 19: while the service of addresses is down an address stands in its district, is asked again, and has a pin only then', async () => {
  const service = await anAddressService()
  const city = aCity()
  city.territory.geocoder = service.address
  await publish(city)
  const { code } = city.territory.districts[0]!
  const typed = { ...place, address: '3 rue du Four', districtCode: code }
  const filled = PlaceInput({ tenant: city }).parse(typed)
  expect(filled.wish).toMatchObject({ precision: 'district', districtCode: code, latitude: null })
  const { placeLabel, address, districtCode, precision } = filled.wish
  const { id } = await anActivity(city, { placeLabel, address, districtCode, precision })
  await aDate(city, id, soon)
  const spots = () => listActivitySpots(city, noFilters, { square: 0.01, now })
  const placed = (minutes: number) =>
    placeAddresses(city, { now: new Date(now.getTime() + minutes * 60_000), limit: 10 })

  service.isDown = true
  expect(await placed(0)).toBe(1)
  expect((await listActivities(city, { ...noFilters, districts: [code] }, now)).total).toBe(1)
  expect(await spots()).toEqual([])
  expect(await placed(9)).toBe(0)
  expect(await placed(11)).toBe(1)
  expect(service.asked).toEqual(['3 rue du Four', '3 rue du Four'])

  service.isDown = false
  service.point = pointIn(city, code)
  expect(await placed(30)).toBe(0)
  expect(await placed(45)).toBe(1)
  expect(await spots()).toMatchObject([{ count: 1, ...service.point }])
  expect(await placed(10_000)).toBe(0)
  expect(service.asked).toHaveLength(3)
  await service.close()
})

test('edge 19: a service that points elsewhere, or is not sure, makes no pin and is not asked twice; a new address is', async () => {
  const service = await anAddressService()
  const city = aCity()
  city.territory.geocoder = service.address
  await publish(city)
  const [here, other] = city.territory.districts
  const { id } = await anActivity(city, { address: '1 rue Haute', districtCode: here!.code })
  await anActivity(city, { address: '2 rue Haute', attendance: 'online' })
  await anActivity(city, { address: '3 rue Haute', publication: 'unpublished' })
  const place = (at: Date) => placeAddresses(city, { now: at, limit: 10 })
  service.point = pointIn(city, other!.code)
  expect(await place(now)).toBe(1)
  expect(await place(later)).toBe(0)
  service.point = pointIn(city, here!.code)
  service.score = 0.3
  const moved = (address: string) =>
    inTenant(city, (db) => db.update(activities).set({ address }).where(eq(activities.id, id)))
  await moved('4 rue Haute')
  expect(await place(later)).toBe(1)
  expect(await listActivitySpots(city, noFilters, { square: 0.01, now })).toEqual([])
  expect(service.asked).toEqual(['1 rue Haute', '4 rue Haute'])
  await service.close()
})

test('edge 19: a place is pointed at without a map by its two numbers, which name its district', async () => {
  const city = await newCity()
  const [longitude, latitude] = city.territory.centre
  const read = (point: string) => PlaceInput({ tenant: city }).safeParse({ ...place, point })
  expect(read(`${latitude}, ${longitude}`).data!.wish).toMatchObject({
    ...{ latitude, longitude, precision: 'exact' },
    districtCode: districtAt(city.territory, { latitude, longitude })!.code,
  })
  for (const wrong of ['48.8669', 'place du Four', '95, 2', '48.8, 2.3, 1'])
    expect(
      read(wrong).error!.issues.map(({ message }) => message),
      wrong,
    ).toContain('point')
})

test('edge 20: a place outside the city is allowed, in the district its organiser says', async () => {
  const city = await newCity()
  const { code } = city.territory.districts[0]!
  const [longitude, latitude] = city.territory.centre
  const outside = { latitude: String(latitude + 0.9), longitude: String(longitude) }
  const read = PlaceInput({ tenant: city })
  expect(read.parse({ ...place, ...outside, districtCode: code }).wish).toMatchObject({
    districtCode: code,
    latitude: latitude + 0.9,
    precision: 'exact',
  })
  expect(read.safeParse({ ...place, ...outside, districtCode: '' }).success).toBe(false)
})

test('edge 20: a city may refuse places outside it, and takes those within', () => {
  const city = aCity()
  city.territory.takesOutside = false
  const { code } = city.territory.districts[0]!
  const read = (point: Point) =>
    PlaceInput({ tenant: city }).safeParse({
      ...{ ...place, districtCode: code },
      ...{ latitude: String(point.latitude), longitude: String(point.longitude) },
    })
  const [longitude, latitude] = city.territory.centre
  const refused = read({ latitude: latitude + 0.9, longitude }).error!.issues
  expect(refused).toMatchObject([{ path: ['districtCode'], message: 'outside_city' }])
  expect(read(pointIn(city, code)).success).toBe(true)
})

test('edge 36: whatever the map shows, the list beside it holds it all', async () => {
  const city = await newCity()
  const [longitude, latitude] = city.territory.centre
  for (const [turn, detail] of [{ latitude, longitude }, { latitude, longitude }, {}].entries()) {
    const { id } = await anActivity(city, { title: `Activité ${turn}`, ...detail })
    await aDate(city, id, soon)
  }
  const spots = await listActivitySpots(city, noFilters, { square: 0.01, now })
  const { cards } = await listActivities(city, noFilters, now)
  const listed = cards.map(({ slug }) => slug)
  expect(spots.map(({ count }) => count)).toEqual([2])
  expect(spots.flatMap(({ activities }) => activities).every(({ slug }) => listed.includes(slug))).toBe(true)
  expect(cards).toHaveLength(3)
})

test('when a state changes its clocks, a date to come keeps its hour on the wall and moves in time', async () => {
  const city = await newCity()
  const { id } = await anActivity(city)
  const wrong = new Date('2027-07-01T17:00:00Z')
  const civil = { startsLocal: '2027-07-01 18:00:00', endsLocal: '2027-07-01 20:00:00' }
  const moved = await aDate(city, id, wrong, {
    ...civil,
    originalLocal: civil.startsLocal,
    zoneEdition: 'old',
  })
  const kept = await aDate(city, id, soon, { zoneEdition: 'old' })
  const past = await aDate(city, id, new Date('2026-11-01T17:00:00Z'), { zoneEdition: 'old' })
  const work = { now, edition: 'new', limit: 10 }
  expect(await followZones(city, work)).toEqual({ seen: 2, moved: 1 })
  expect(await followZones(city, work)).toEqual({ seen: 0, moved: 0 })
  const dates = await inTenant(city, (db) =>
    db.select().from(occurrences).where(eq(occurrences.activityId, id)),
  )
  const of = (date: { id: string }) => dates.find((one) => one.id === date.id)
  expect(of(moved)).toMatchObject({ ...civil, startsAt: new Date('2027-07-01T16:00:00Z'), sequence: 1 })
  expect(of(kept)).toMatchObject({ startsAt: soon, sequence: 0, zoneEdition: 'new' })
  expect(of(past)).toMatchObject({ zoneEdition: 'old' })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, occurrences } from '@/drizzle/schema'
import { findCalendar, findPublicActivity } from '@/lib/agir/activities/queries'
import { listActivitySpots } from '@/lib/agir/atlas/queries'
import { findOwnDate } from '@/lib/agir/companions/queries'
import { atItsActivity } from '@/lib/agir/dates/placing/rules'
import { placeDate } from '@/lib/agir/dates/placing/commands'
import { cardsOf } from '@/lib/agir/finding/cards/queries'
import { listActivities } from '@/lib/agir/finding/queries'
import { noFilters } from '@/lib/agir/finding/rules'
import { listOpenDates } from '@/lib/agir/open-data/queries'
import { inTenant } from '@/lib/db'
import { aDate, aMember, anOrganisation } from '../../support/agir'
import { paris } from '../../support/letters'
import { aNeighbour, anOrganisersDate, lettersOn, readBySomeone, toldTo } from '../../support/registrants'
import { join, later } from '../../support/seats'

const usual = { placeLabel: 'La halle', address: '3 rue du Four', latitude: 48.86, longitude: 2.36 }
const gym = { placeLabel: 'Le gymnase', address: '107 rue Haute', districtCode: '19' }

async function aTrustedDate() {
  const { id: organisationId } = await anOrganisation(paris)
  const place = await anOrganisersDate({}, { ...usual, organisationId })
  await aMember(paris, organisationId, place.organiserId)
  return place
}
type Place = Awaited<ReturnType<typeof aTrustedDate>>

const hold = ({ id, organiserId }: Place, place: typeof gym | typeof atItsActivity, at = later(1)) =>
  placeDate(paris, { dateId: id, personId: organiserId, place, reason: null, now: at })
const rowOf = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(occurrences).where(eq(occurrences.id, id)))[0]!)
const placesOf = async ({ activityId }: Place) =>
  (await findCalendar(paris, activityId, later(2)))!.dates.map(({ place }) => place)

test('one date of a series is held elsewhere: who comes to it is told once, and what shows it says so', async () => {
  const place = await aTrustedDate()
  const next = { ...(await aDate(paris, place.activityId, later(14 * 24))), activityId: place.activityId }
  const [comes, comesLater] = [await aNeighbour(), await aNeighbour()]
  await join(place, comes)
  await join(next, comesLater)
  const told = (who: { personId: string }) =>
    toldTo(who.personId, [place.id, next.id, place.activityId], later(2)).then((kinds) =>
      kinds.filter((kind) => kind.endsWith('_changed')),
    )

  expect(await hold(place, gym)).toMatchObject({ ok: true, value: { waits: false } })
  expect(await told(comes)).toEqual(['date_place_changed'])
  expect(await told(comesLater)).toEqual([])
  const [letter] = await lettersOn('date_place_changed', comes.personId, later(2))
  expect(letter!.paragraphs[0]).toContain('Le gymnase, 107 rue Haute')

  expect((await rowOf(place.id)).sequence).toBe(1)
  expect((await rowOf(next.id)).sequence).toBe(0)
  expect(await placesOf(place)).toEqual(['Le gymnase, 107 rue Haute', 'La halle, 3 rue du Four'])
  const wanted = [{ id: place.activityId, occurrenceId: place.id }]
  const [card] = await inTenant(paris, (db) => cardsOf(db, wanted, later(2)))
  expect(card).toMatchObject({ placeLabel: 'Le gymnase', districtCode: '19', latitude: null })

  expect(await hold(place, gym)).toMatchObject({ ok: false, refusal: 'same_place' })
  await hold(place, { ...gym, placeLabel: 'Le grand gymnase' })
  expect(await told(comes)).toEqual(['date_place_changed'])
  await hold(place, atItsActivity, later(1.5))
  expect(await told(comes)).toEqual(['date_place_changed', 'date_place_changed'])
  expect(await placesOf(place)).toEqual(['La halle, 3 rue du Four', 'La halle, 3 rue du Four'])
})

test('a place without an address does not take that of the activity', async () => {
  const place = await aTrustedDate()
  const comes = await aNeighbour()
  await join(place, comes)
  await hold(place, { ...gym, address: null as never })
  expect(await findOwnDate(paris, place.id, comes.personId)).toMatchObject({
    placeLabel: 'Le gymnase',
    address: null,
  })
})

test('the place that an organiser who is not trusted wishes holds and is told once it has been read', async () => {
  const place = await anOrganisersDate({}, usual)
  const comes = await aNeighbour()
  await join(place, comes)
  const told = async () =>
    (await toldTo(comes.personId, [place.id], later(2))).filter((kind) => kind.endsWith('_changed'))

  expect(await hold(place, gym)).toMatchObject({ ok: true, value: { waits: true } })
  expect(await rowOf(place.id)).toMatchObject({ placeLabel: null, sequence: 0 })
  expect(await told()).toEqual([])

  await readBySomeone(place.activityId)
  expect(await rowOf(place.id)).toMatchObject({ ...gym, sequence: 1 })
  expect(await told()).toEqual(['date_place_changed'])

  expect(await hold(place, atItsActivity, later(1.7))).toMatchObject({ ok: true, value: { waits: false } })
  expect(await rowOf(place.id)).toMatchObject({ ...atItsActivity, sequence: 2 })
})

test('neither the district nor the point of its activity is shown for a date that is not held there', async () => {
  const place = await aTrustedDate()
  await inTenant(paris, (db) =>
    db.update(activities).set({ districtCode: '11' }).where(eq(activities.id, place.activityId)),
  )
  const shownIn = async (districts: string[]) => {
    const { slug } = (await findPublicActivity(paris, place.activityId, later(2)))!
    const own = { ...noFilters, like: slug, districts }
    const { cards } = await listActivities(paris, own, later(2))
    const spots = await listActivitySpots(paris, own, { square: 0.01, now: later(2) })
    const dates = await listOpenDates(paris, own, later(2))
    return { cards, spots, dates, where: cards.map((card) => [card.placeLabel, card.districtCode]) }
  }
  expect(await shownIn(['11'])).toMatchObject({ where: [['La halle', '11']], spots: [{ count: 1 }] })

  await hold(place, gym)
  expect(await shownIn(['11'])).toMatchObject({ where: [], spots: [] })
  const elsewhere = await shownIn(['19'])
  expect(elsewhere).toMatchObject({ where: [['Le gymnase', '19']], spots: [] })
  expect(elsewhere.dates).toMatchObject([{ districtCode: '19', latitude: null }])

  const online = { state: 'moved_online' as const, onlineUrl: 'https://appel.example' }
  await inTenant(paris, (db) => db.update(occurrences).set(online).where(eq(occurrences.id, place.id)))
  expect(await shownIn(['19'])).toMatchObject({ where: [], spots: [] })
  const anywhere = await shownIn([])
  expect(anywhere).toMatchObject({ where: [[null, null]], spots: [] })
  expect(anywhere.dates).toMatchObject([{ place: null, districtCode: null, latitude: null }])
})

test('nobody else moves it', async () => {
  const [place, other] = [await aTrustedDate(), await aNeighbour()]
  expect(await hold({ ...place, organiserId: other.personId }, gym)).toMatchObject({ refusal: 'not_there' })
})

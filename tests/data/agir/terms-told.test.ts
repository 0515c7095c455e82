import { expect, test } from 'vitest'
import { occurrences } from '@/drizzle/schema'
import { saveAnswers } from '@/lib/agir/activities/answers/commands'
import { mattersOf, type Terms } from '@/lib/agir/dates/terms/rules'
import { renewFrom } from '@/lib/agir/imports/commands'
import { inTenant } from '@/lib/db'
import { aDate, aMember, anOrganisation } from '../../support/agir'
import { paris } from '../../support/letters'
import { aNeighbour, anOrganisersDate, lettersOn, readBySomeone, toldTo } from '../../support/registrants'
import { join, later } from '../../support/seats'

const here: Terms = {
  ...{ attendance: 'on_site', placeLabel: 'La halle', address: '3 rue du Four', price: null, minAge: null },
  ...{ latitude: 48.86, longitude: 2.36 },
}

test.each<[string, Partial<Terms>, string[]]>([
  ['nothing', {}, []],
  ['another name for the same point', { placeLabel: 'Halle du marché', address: null }, []],
  ['a point two hundred metres away', { latitude: 48.8618 }, []],
  ['a point four hundred metres away', { latitude: 48.8636 }, ['activity_place_changed']],
  [
    'another address, nobody knows where',
    { latitude: null, address: '9 rue Basse' },
    ['activity_place_changed'],
  ],
  ['the same address without its point', { latitude: null, longitude: null }, []],
  ['a way to join from afar as well', { attendance: 'hybrid' }, []],
  ['only from afar', { attendance: 'online' }, ['activity_place_changed']],
  ['a price', { price: '5 €' }, ['activity_terms_changed']],
  ['an age, elsewhere', { minAge: 16, latitude: 48.9 }, ['activity_place_changed', 'activity_terms_changed']],
])('%s', (_what, change, kinds) => expect(mattersOf(here, { ...here, ...change })).toEqual(kinds))

async function aTrustedDate() {
  const { id: organisationId } = await anOrganisation(paris)
  const place = await anOrganisersDate({}, { ...here, organisationId })
  await aMember(paris, organisationId, place.organiserId)
  return place
}
const change = (place: { activityId: string; organiserId: string }, wish: Partial<Terms>, at = later(1)) =>
  saveAnswers(paris, { activityId: place.activityId, personId: place.organiserId, wish, now: at })
const sequences = (ids: string[]) =>
  inTenant(paris, async (db) => {
    const rows = await db.select().from(occurrences)
    return ids.map((id) => rows.find((row) => row.id === id)!.sequence)
  })

test('whoever comes hears that it is held elsewhere, in one letter for all their dates, and calendars take it anew', async () => {
  const place = await aTrustedDate()
  const next = { ...(await aDate(paris, place.activityId, later(14 * 24))), activityId: place.activityId }
  const own = { placeLabel: 'Le square', startsAt: later(21 * 24) }
  const apart = { ...(await aDate(paris, place.activityId, own.startsAt, own)), activityId: place.activityId }
  const comes = await aNeighbour()
  for (const date of [place, next, apart]) await join(date, comes)
  const dates = [place.id, next.id, apart.id]
  const told = (at: Date) => toldTo(comes.personId, [place.activityId], at)

  await change(place, { placeLabel: 'La grande halle' })
  expect(await told(later(1))).toEqual([])

  const moved = { placeLabel: 'Le gymnase', address: '107 rue Haute', latitude: 48.9 }
  expect(await change(place, moved)).toMatchObject({ ok: true })
  expect(await told(later(1))).toEqual(['activity_place_changed'])
  expect(await sequences(dates)).toEqual([1, 1, 0])
  const [letter, ...others] = await lettersOn('activity_place_changed', comes.personId, later(1))
  expect(others).toEqual([])
  expect(letter!.paragraphs[0]).toContain('Le gymnase')

  await change(place, { price: '5 €' }, later(3))
  expect(await told(later(3))).toEqual(['activity_place_changed', 'activity_terms_changed'])
  expect(await sequences(dates)).toEqual([1, 1, 0])
})

test('what an organiser who is not trusted wishes is told only once it has been read', async () => {
  const place = await anOrganisersDate({}, here)
  const comes = await aNeighbour()
  await join(place, comes)
  await change(place, { address: '107 rue Haute', latitude: 48.9 })
  const told = async () =>
    (await toldTo(comes.personId, [place.activityId], later(2))).filter((kind) => kind.endsWith('_changed'))
  expect(await told()).toEqual([])
  await readBySomeone(place.activityId)
  expect(await told()).toEqual(['activity_place_changed'])
})

test('what its source says of another place is told too, once it is taken over here', async () => {
  const place = await aTrustedDate()
  const comes = await aNeighbour()
  await join(place, comes)
  const times = [{ startsAt: later(7 * 24).toISOString(), endsAt: later(7 * 24 + 2).toISOString() }]
  const row = { placeLabel: 'Le gymnase', address: '107 rue Haute', latitude: 48.9 }
  await inTenant(paris, (db) =>
    renewFrom(
      db,
      paris,
      place.activityId,
      { row, times, isOver: false, hash: 'x' },
      { now: later(1), reason: 'Parti' },
    ),
  )
  const told = await toldTo(comes.personId, [place.activityId, place.id], later(1))
  expect(told).toContain('activity_place_changed')
})

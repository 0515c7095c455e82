import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type activities, journal, occurrences, positions } from '@/drizzle/schema'
import { endRegistrationsOf, reconcileSeats } from '@/lib/agir/registrations/commands'
import { inTenant } from '@/lib/db'
import { aCrowd, aSession, aPerson, paris } from '../../support/factories'
import { aDateToJoin, countsOf, join, later, now, said } from '../../support/seats'

async function born(year: number | null) {
  return aSession(paris, await aPerson(paris, { birthYear: year }))
}

test('edge 3: a second position of the same date is refused', async () => {
  const place = await aDateToJoin()
  const second = { positionId: crypto.randomUUID(), occurrenceId: place.id, activityId: place.activityId }
  await inTenant(paris, (db) =>
    db.insert(positions).values({ id: second.positionId, ...second, rank: 1, label: 'Arroser' }),
  )
  const [someone] = await aCrowd(paris, 1)
  const both = await Promise.all([
    join(place, someone!),
    join({ ...place, positionId: second.positionId }, someone!),
  ])
  expect(both.map(said).sort()).toEqual(['confirmed', 'other_position'])
  expect((await countsOf(place.positionId)).taken + (await countsOf(second.positionId)).taken).toBe(1)
})

test('edge 7: three who come together wait together; one alone takes what is left', async () => {
  const place = await aDateToJoin({ capacity: 4 }, { maxParty: 3 })
  const crowd = await aCrowd(paris, 4)
  const answers = []
  for (const [index, party] of [2, 3, 1, 4].entries())
    answers.push(said(await join(place, crowd[index]!, { party })))
  expect(answers).toEqual(['confirmed', 'waitlisted', 'confirmed', 'party_too_big'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 3, waiting: 1 })
})

test('edge 22: a state, a city or a count that a client sends is not read', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const [first, second] = await aCrowd(paris, 2)
  await join(place, first!)
  const wish = { state: 'confirmed', tenant_id: 'belleville', seats_taken: 0, is_newcomer: true } as object
  expect(said(await join(place, second!, wish))).toBe('waitlisted')
})

test('edge 23: who is too young is judged on the day of the date', async () => {
  const [minor, adult] = [await born(2011), await born(1990)]
  const strict = { minAge: 16, minors: 'welcome' } as const
  const soon = await aDateToJoin({}, strict, new Date('2026-12-30T10:00:00Z'))
  const inTime = await aDateToJoin({}, strict, new Date('2027-03-30T10:00:00Z'))
  const at = new Date('2026-12-01T10:00:00Z')
  expect(said(await join(soon, minor, { at }))).toBe('too_young')
  expect(said(await join(inTime, minor, { at }))).toBe('confirmed')
  expect(said(await join(soon, adult, { at }))).toBe('confirmed')
  expect(said(await join(soon, await born(null), { at }))).toBe('birth_year')
  expect(said(await join(soon, await born(null), { at, born: 1980 }))).toBe('confirmed')
})

test('whoever has something else at that time is told, and may come anyway', async () => {
  const [here, there] = [await aDateToJoin(), await aDateToJoin()]
  const [someone] = await aCrowd(paris, 1)
  await join(here, someone!)
  expect(said(await join(there, someone!))).toBe('collides')
  expect(said(await join(there, someone!, { anyway: true }))).toBe('confirmed')
})

test('a date that is called off takes nobody, and who was registered is so no more', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const crowd = await aCrowd(paris, 3)
  await join(place, crowd[0]!)
  await join(place, crowd[1]!)
  const ended = await inTenant(paris, async (db) => {
    await db
      .update(occurrences)
      .set({ state: 'cancelled', reason: 'Orage' })
      .where(eq(occurrences.id, place.id))
    return endRegistrationsOf(db, { occurrenceIds: [place.id], reason: 'Orage', now })
  })
  expect(ended).toBe(2)
  expect(said(await join(place, crowd[2]!))).toBe('cancelled')
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
})

test('what is hidden, over, elsewhere or not open yet takes nobody', async () => {
  const [someone] = await aCrowd(paris, 1)
  const refusalOf = async (rules: Partial<typeof activities.$inferInsert>, at = now) =>
    said(await join(await aDateToJoin({}, rules), someone!, { at }))
  expect(await refusalOf({ publication: 'unpublished' })).toBe('not_there')
  expect(await refusalOf({ moderation: 'hidden' })).toBe('not_there')
  expect(await refusalOf({ registration: 'none' })).toBe('no_registration')
  expect(await refusalOf({ registration: 'external', externalUrl: 'https://exemple.fr' })).toBe('elsewhere')
  expect(await refusalOf({ opensAt: later(1) })).toBe('not_open_yet')
  expect(await refusalOf({ closesBefore: 60 }, later(7 * 24 - 1))).toBe('closed')
  expect(await refusalOf({}, later(7 * 24))).toBe('over')
})

test('what happens to people is told once for all of them, and names nobody', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const crowd = await aCrowd(paris, 2)
  for (const one of crowd) await join(place, one)
  const events = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, place.id)))
  expect(events.map(({ kind }) => kind).sort()).toEqual(['registration_confirmed', 'registration_waitlisted'])
  const said = JSON.stringify(events)
  expect(crowd.some(({ personId }) => said.includes(personId))).toBe(false)
})

test('a count that was written past the rules is found and put right', async () => {
  const place = await aDateToJoin()
  await inTenant(paris, (db) =>
    db.update(positions).set({ seatsTaken: 7 }).where(eq(positions.id, place.positionId)),
  )
  expect(await reconcileSeats(paris)).toBeGreaterThanOrEqual(1)
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
})

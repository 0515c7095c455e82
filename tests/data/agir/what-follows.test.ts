import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, letters, people } from '@/drizzle/schema'
import { postponeDate } from '@/lib/agir/dates/commands'
import { moveDate } from '@/lib/agir/dates/moving/commands'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { endWithdrawn, lapseRegistrations, moveOwn } from '@/lib/agir/registrations/commands'
import { findOwnAt, listOwn } from '@/lib/agir/registrations/queries'
import { tellOrganisers } from '@/lib/agir/registrations/organising/requests/commands'
import { findOwnDate } from '@/lib/agir/companions/queries'
import { inTenant } from '@/lib/db'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { bundle, tell } from '@/lib/notifications/telling/commands'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { someoneSignedIn } from '../../support/factories'
import { comesAsGuest, mailTo } from '../../support/guests'
import { noticesOf, paris, someone } from '../../support/letters'
import { aDateToJoin, countsOf, idIn, join, later, now, said, statesOf } from '../../support/seats'

const reason = 'La salle est inondée jusqu’à la fin du mois.'

/** What somebody is told of by these, in the order in which it happened. */
async function kindsTo(personId: string, aboutIds: string[], at = now): Promise<string[]> {
  const kinds = new Map<string, string>()
  for (const id of aboutIds)
    for (const event of await inTenant(paris, (db) =>
      db.select().from(journal).where(eq(journal.aboutId, id)),
    )) {
      kinds.set(event.id, event.kind)
      await tell(paris, event.id, at)
    }
  return (await noticesOf(personId)).flatMap(({ eventId }) => kinds.get(eventId) ?? [])
}

/** The moderators take something out of sight, an hour from now. */
async function hide(address: string, kind: 'activity' | 'organisation' = 'activity') {
  const byId = await someone({ role: 'moderator' })
  const taken = await takeUp(paris, { kind, address, byId, now: later(1) })
  if (!taken.ok) throw new Error(taken.refusal)
  const words = { code: 'spam' as const, text: reason, groundText: null }
  await hideSubject(paris, { taskId: taken.value.taskId, byId, now: later(1), ...words })
}

test('what the city hides is over for those registered after two days, and not before', async () => {
  const place = await aDateToJoin({ capacity: 2 })
  const comes = await someoneSignedIn(paris)
  await join(place, comes)
  await hide(place.activityId)
  expect(await kindsTo(comes.personId, [place.activityId], later(1))).toEqual(['activity_paused'])
  await endWithdrawn(paris, later(48))
  expect(await statesOf(place.positionId)).toEqual(['confirmed'])
  await endWithdrawn(paris, later(50))
  await endWithdrawn(paris, later(51))
  expect(await statesOf(place.positionId)).toEqual(['cancelled'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
  expect(await kindsTo(comes.personId, [place.activityId], later(50))).toEqual([
    'activity_paused',
    'activity_ended',
  ])
})

test('a date of tomorrow that is hidden today is not waited for', async () => {
  const place = await aDateToJoin({}, {}, later(30))
  await join(place, await someoneSignedIn(paris))
  await hide(place.activityId)
  await endWithdrawn(paris, later(2))
  expect(await statesOf(place.positionId)).toEqual(['confirmed'])
  await endWithdrawn(paris, later(7))
  expect(await statesOf(place.positionId)).toEqual(['cancelled'])
})

test('edge 33: a suspended organisation with fifty dates to come is one letter to each person', async () => {
  const organisation = await anOrganisation(paris)
  const [comes, guest] = [await someoneSignedIn(paris), { email: `${crypto.randomUUID()}@exemple.fr` }]
  for (const which of [0, 1]) {
    const at = later(which * 2)
    const { id: activityId } = await anActivity(paris, { organisationId: organisation.id, minors: 'welcome' })
    for (let day = 0; day < 25; day++) {
      const date = await aDate(paris, activityId, later((10 + day) * 24 + which * 3))
      expect(said(await join(date, comes, { at }))).toBe('confirmed')
      if (day < 2) await comesAsGuest(date, { ...guest, at })
    }
  }
  await hide(organisation.id, 'organisation')
  expect(await kindsTo(comes.personId, [organisation.id], later(1))).toEqual(['organisation_paused'])
  expect(await endWithdrawn(paris, later(50))).toBeGreaterThanOrEqual(54)
  const both = ['organisation_paused', 'organisation_ended']
  expect(await kindsTo(comes.personId, [organisation.id], later(50))).toEqual(both)
  const told = (await mailTo(guest.email, 'guest_notice')).filter(({ kinds }) =>
    kinds.includes('organisation_ended'),
  )
  expect(told).toHaveLength(1)
}, 30_000)

test('whoever comes to a date that was put off says so again, or gives the place to the next in line', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({ capacity: 2 }, { organiserId })
  const [stays, silent, waits] = [
    await someoneSignedIn(paris),
    await someoneSignedIn(paris),
    await someoneSignedIn(paris),
  ]
  const own = idIn(await join(place, stays))
  await join(place, silent, { at: later(0.5) })
  await join(place, waits, { at: later(1) })
  const act = { dateId: place.id, personId: organiserId, reason }
  await postponeDate(paris, { ...act, now: later(2) })
  const day = { startsLocal: '2027-04-24 10:00:00', endsLocal: '2027-04-24 12:00:00', scope: 'one' as const }
  expect(await moveDate(paris, { ...act, ...day, now: later(3) })).toMatchObject({ ok: true })
  expect((await kindsTo(stays.personId, [place.id], later(3))).slice(-2)).toEqual([
    'date_postponed',
    'registration_to_reconfirm',
  ])
  expect((await kindsTo(waits.personId, [place.id], later(3))).at(-1)).toBe('date_moved')
  const answer = { registrationId: own, personId: stays.personId, act: 'reconfirm', now: later(4) } as const
  expect(await moveOwn(paris, answer)).toMatchObject({ ok: true, value: { state: 'confirmed' } })
  await lapseRegistrations(paris, later(13 * 24))
  expect(await statesOf(place.positionId)).toEqual(['confirmed', 'confirmed', 'waitlisted'])
  await lapseRegistrations(paris, later(15 * 24))
  expect(await statesOf(place.positionId)).toEqual(['confirmed', 'lapsed', 'offered'])
})

test('a date that is put off again asks nobody, until it has a new time', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({}, { organiserId })
  const { sessionId, personId } = await someoneSignedIn(paris)
  await join(place, { sessionId, personId })
  const asked = async () => (await listOwn(paris, personId, later(4))).coming[0]!.reconfirmBy
  const told = async () => (await listOwn(paris, personId, later(4))).coming[0]!.told
  expect(await told()).toBe('confirmed')
  const act = { dateId: place.id, personId: organiserId, reason }
  const day = { startsLocal: '2027-04-24 10:00:00', endsLocal: '2027-04-24 12:00:00', scope: 'one' as const }
  await postponeDate(paris, { ...act, now: later(1) })
  expect(await told()).toBe('put_off')
  await moveDate(paris, { ...act, ...day, now: later(2) })
  expect(await asked()).toBeInstanceOf(Date)
  expect(await told()).toBe('to_reconfirm')
  expect(await findOwnAt(paris, { sessionId, personId }, place.activityId)).toMatchObject([
    { told: 'to_reconfirm' },
  ])
  expect(await findOwnDate(paris, place.id, personId)).toMatchObject({ told: 'to_reconfirm' })
  await postponeDate(paris, { ...act, now: later(3) })
  expect(await asked()).toBeNull()
  await lapseRegistrations(paris, later(20 * 24))
  expect(await statesOf(place.positionId)).toEqual(['confirmed'])
})

test('who organises hears of requests at once, then not at every one of them', async () => {
  const { id: organisationId } = await anOrganisation(paris)
  const owner = await someone()
  await aMember(paris, organisationId, owner)
  const place = await aDateToJoin({}, { registration: 'approval', organisationId })
  const asking = async (at: Date) => join(place, await someoneSignedIn(paris), { at })
  await asking(now)
  await tellOrganisers(paris, later(0.1))
  await tellOrganisers(paris, later(0.2))
  await asking(later(1))
  await tellOrganisers(paris, later(2))
  expect(await kindsTo(owner, [place.id], later(2))).toEqual(['registration_asked'])
  await tellOrganisers(paris, later(7))
  await tellOrganisers(paris, later(14))
  expect(await kindsTo(owner, [place.id], later(14))).toEqual(['registration_asked', 'registration_asked'])
})

test('edge 21: whoever waits is counted among nobody who comes', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  await join(place, await someoneSignedIn(paris))
  await join(place, await someoneSignedIn(paris))
  const shown = (await findPublicActivity(paris, place.activityId, now))!.coming[0]!.positions[0]!
  expect(shown).toMatchObject({ capacity: 1, seatsTaken: 1 })
  expect(JSON.stringify(await findPublicActivity(paris, place.activityId, now))).not.toContain('personId')
})

test('edge 35: whoever changes language is written to in the new one', async () => {
  const place = await aDateToJoin()
  const comes = await someoneSignedIn(paris)
  const address = { email: `${crypto.randomUUID()}@exemple.fr`, locale: 'fr' }
  const change = (detail: object) =>
    inTenant(paris, (db) => db.update(people).set(detail).where(eq(people.id, comes.personId)))
  await change(address)
  await join(place, comes)
  await kindsTo(comes.personId, [place.id])
  await change({ locale: 'es' })
  for (let hasMore = true; hasMore;) hasMore = await bundle(paris, later(1))
  const [letter] = await inTenant(paris, (db) =>
    db.select().from(letters).where(eq(letters.personId, comes.personId)),
  )
  expect(letter!.locale).toBe('es')
})

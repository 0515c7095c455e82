import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { lapseRegistrations, moveRegistration, setSeats } from '@/lib/agir/registrations/commands'
import type { Move, SeatAnswer } from '@/lib/agir/registrations/rules'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { paris as city } from '@/tenants/paris'
import { aDate, anActivity } from '../../support/agir'
import { aCrowd, aPerson, aSession, paris } from '../../support/factories'
import { aDateToJoin, countsOf, idIn, join, later, now, said, statesOf, tally } from '../../support/seats'

// Everything that is offered or held in these tests' city is here: what ends it ends all of it.
const move = (registrationId: string, act: Move, at = now) =>
  inTenant(paris, (db) => moveRegistration(db, { registrationId, act, by: 'participant', now: at }))
const stateOf = (outcome: Awaited<ReturnType<typeof move>>) =>
  outcome.ok ? outcome.value.state : outcome.refusal

test('six people leave while thirty wait: six are offered a place, the first six', async () => {
  const place = await aDateToJoin({ capacity: 10 })
  const crowd = await aCrowd(paris, 40)
  const answers: SeatAnswer[] = []
  for (const [turn, one] of crowd.entries()) answers.push(await join(place, one, { at: later(turn / 60) }))
  const leaving = answers.slice(0, 6).map(idIn)
  const leave = (registrationId: string) => move(registrationId, 'cancel')
  const outcomes = await Promise.all(leaving.flatMap((id) => [leave(id), leave(id)]))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(6)
  expect(tally(await statesOf(place.positionId))).toEqual({
    cancelled: 6,
    confirmed: 4,
    offered: 6,
    waitlisted: 24,
  })
  expect(await countsOf(place.positionId)).toEqual({ taken: 10, waiting: 24 })
})

test('edge 4: whoever cancels and comes back is at the end of the line', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const crowd = await aCrowd(paris, 3)
  const [, second, third] = [
    await join(place, crowd[0]!),
    await join(place, crowd[1]!),
    await join(place, crowd[2]!, { at: later(1) }),
  ]
  await move(idIn(second), 'cancel', later(2))
  const again = await join(place, crowd[1]!, { at: later(3) })
  const offered = idIn(third)
  await inTenant(paris, (db) => setSeats(db, { ...seats(place), capacity: 2, now: later(4) }))
  const rows = await inTenant(paris, (db) =>
    db
      .select()
      .from(registrations)
      .where(inArray(registrations.id, [offered, idIn(again)])),
  )
  expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
    [offered]: 'offered',
    [idIn(again)]: 'waitlisted',
  })
})

test('edge 5: a place offered is taken once, and not after its time', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const [first, second, third] = await aCrowd(paris, 3)
  const seated = await join(place, first!)
  const waiting = await join(place, second!)
  const last = await join(place, third!, { at: later(1) })
  await move(idIn(seated), 'cancel')
  const twice = await Promise.all([move(idIn(waiting), 'accept'), move(idIn(waiting), 'accept')])
  expect(twice.map(stateOf).sort()).toEqual(['confirmed', 'offer_over'])
  await move(idIn(waiting), 'cancel')
  expect(stateOf(await move(idIn(last), 'accept', later(25)))).toBe('offer_over')
  await lapseRegistrations(paris, later(25))
  expect(await statesOf(place.positionId)).toEqual(['cancelled', 'cancelled', 'lapsed'])
  expect(await countsOf(place.positionId)).toEqual({ taken: 0, waiting: 0 })
})

test('an offer lasts a quarter of the time that is left, a day at most; in the last three hours there is none', async () => {
  const near = await aDateToJoin({ capacity: 1 }, {}, later(8))
  const crowd = await aCrowd(paris, 2)
  const seated = await join(near, crowd[0]!)
  const waiting = await join(near, crowd[1]!)
  await move(idIn(seated), 'cancel')
  const [offer] = await inTenant(paris, (db) =>
    db
      .select()
      .from(registrations)
      .where(eq(registrations.id, idIn(waiting))),
  )
  expect(offer!.offerExpiresAt).toEqual(later(2))

  const soon = await aDateToJoin({ capacity: 1 }, {}, later(2))
  const [held, other] = [
    await join(soon, crowd[0]!, { anyway: true }),
    await join(soon, crowd[1]!, { anyway: true }),
  ]
  expect(said(other)).toBe('waitlisted')
  await move(idIn(held), 'cancel')
  expect(await statesOf(soon.positionId)).toContain('waitlisted')
  const [newcomer] = await aCrowd(paris, 1)
  expect(said(await join(soon, newcomer!))).toBe('confirmed')
})

test('edge 6: with more approved than seats, one more is refused and may wait', async () => {
  const place = await aDateToJoin({ capacity: 2 }, { registration: 'approval' })
  const crowd = await aCrowd(paris, 2)
  const [first, second] = [await join(place, crowd[0]!), await join(place, crowd[1]!)]
  expect([said(first), said(second)]).toEqual(['pending', 'pending'])
  await move(idIn(first), 'approve')
  await inTenant(paris, (db) => setSeats(db, { ...seats(place), capacity: 1, now }))
  expect(stateOf(await move(idIn(second), 'approve'))).toBe('full')
  expect(stateOf(await move(idIn(second), 'wait'))).toBe('waitlisted')
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 1 })
})

test('edge 8: with fewer seats than people nobody is turned out, and nothing is offered until there is room', async () => {
  const place = await aDateToJoin({ capacity: 3 })
  const crowd = await aCrowd(paris, 4)
  const answers: SeatAnswer[] = []
  for (const [turn, one] of crowd.entries()) answers.push(await join(place, one, { at: later(turn / 60) }))
  await inTenant(paris, (db) => setSeats(db, { ...seats(place), capacity: 1, now }))
  await move(idIn(answers[0]!), 'cancel')
  expect(await statesOf(place.positionId)).toEqual(['cancelled', 'confirmed', 'confirmed', 'waitlisted'])
  await move(idIn(answers[1]!), 'cancel')
  await move(idIn(answers[2]!), 'cancel')
  expect((await statesOf(place.positionId)).at(-1)).toBe('offered')
})

test('edge 24: a guardian agrees once, in time', async () => {
  const place = await aDateToJoin({}, { minors: 'with_consent' })
  const minor = () => aPerson(paris, { birthYear: 2010 }).then((id) => aSession(paris, id))
  const [one, other] = [await minor(), await minor()]
  expect(said(await join(place, one))).toBe('guardian')
  const first = await join(place, one, { guardian: 'sealed' })
  const second = await join(place, other, { guardian: 'sealed' })
  expect(said(first)).toBe('needs_guardian')
  expect(await countsOf(place.positionId)).toEqual({ taken: 2, waiting: 0 })
  expect(stateOf(await move(idIn(first), 'consent'))).toBe('confirmed')
  expect(stateOf(await move(idIn(first), 'consent'))).toBe('consent_over')
  expect(stateOf(await move(idIn(second), 'consent', later(73)))).toBe('consent_over')
  await lapseRegistrations(paris, later(73))
  expect(await countsOf(place.positionId)).toEqual({ taken: 1, waiting: 0 })
})

test('seats kept for those who never came stay theirs until two days before', async () => {
  const { id: activityId } = await anActivity(paris, { minors: 'welcome' })
  const past = { ...(await aDate(paris, activityId, later(24))), activityId }
  const place = {
    ...(await aDate(paris, activityId, later(7 * 24), { capacity: 2, newcomerSeats: 1 })),
    activityId,
  }
  const regulars = await aCrowd(paris, 2)
  const [newcomer] = await aCrowd(paris, 1)
  for (const one of regulars) await join(past, one)
  expect(said(await join(place, regulars[0]!))).toBe('confirmed')
  expect(said(await join(place, regulars[1]!))).toBe('waitlisted')
  expect(said(await join(place, newcomer!))).toBe('confirmed')

  const open = {
    ...(await aDate(paris, activityId, later(9 * 24), { capacity: 2, newcomerSeats: 1 })),
    activityId,
  }
  for (const [turn, one] of regulars.entries()) await join(open, one, { at: later(turn / 60) })
  expect(await statesOf(open.positionId)).toEqual(['confirmed', 'waitlisted'])
  await lapseRegistrations(paris, later(7 * 24 + 1))
  expect(await statesOf(open.positionId)).toEqual(['confirmed', 'offered'])
})

test('whoever deletes their account gives up their seat, and is named nowhere', async () => {
  const place = await aDateToJoin({ capacity: 1 })
  const [leaving, waiting] = await aCrowd(paris, 2)
  await join(place, leaving!)
  await join(place, waiting!, { at: later(1) })
  expect(await deleteAccount(city, { personId: leaving!.personId, now })).toMatchObject({ ok: true })
  const rows = await inTenant(paris, (db) =>
    db.select().from(registrations).where(eq(registrations.positionId, place.positionId)),
  )
  expect(rows.map(({ state, personId }) => [state, personId]).sort()).toEqual([
    ['cancelled', null],
    ['offered', waiting!.personId],
  ])
})

function seats(place: { positionId: string }) {
  return { positionId: place.positionId, capacity: 1, newcomerSeats: 0, hasWaitlist: true }
}

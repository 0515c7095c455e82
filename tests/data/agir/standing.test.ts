import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, occurrences, positions, registrations, schedules } from '@/drizzle/schema'
import { writeDates } from '@/lib/agir/schedules/commands'
import { comeEveryTime, renewStanding, stayAway, stopComing } from '@/lib/agir/standing/commands'
import { listStanding } from '@/lib/agir/standing/queries'
import { moveOwn } from '@/lib/agir/registrations/commands'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { anActivity } from '../../support/agir'
import { elsewhere } from '../../support/deposits'
import { aPerson, paris, someoneSignedIn } from '../../support/factories'
import { join, later, now, said } from '../../support/seats'

/** Every Tuesday evening from the 9th of March 2027, fifty times; some of it is within the horizon. */
async function tuesdays(detail: Partial<typeof activities.$inferInsert> = {}) {
  const rules = { minors: 'welcome' as const, capacity: 3, ...detail }
  const { id: activityId } = await anActivity(paris, rules)
  const timing = {
    activityId,
    zone: 'Europe/Paris',
    startsLocal: '2027-03-09 18:00:00',
    endsLocal: '2027-03-09 20:00:00',
    rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=50',
  }
  const [schedule] = await inTenant(paris, (db) =>
    db
      .insert(schedules)
      .values({ ...timing, createdAt: now })
      .returning(),
  )
  await write(schedule!.id, now)
  return { activityId, scheduleId: schedule!.id }
}

const write = (scheduleId: string, at: Date) =>
  inTenant(paris, async (db) => {
    const [found] = await db
      .select({ schedule: schedules, activity: activities })
      .from(schedules)
      .innerJoin(activities, eq(activities.id, schedules.activityId))
      .where(eq(schedules.id, scheduleId))
    return writeDates(db, found!.schedule, found!.activity, at)
  })

const come = (scheduleId: string, personId: string, until: string | null = null, at = now) =>
  comeEveryTime(paris, { scheduleId, personId, party: 1, until, today: '2027-03-06', now: at })

const placesOf = (personId: string) =>
  inTenant(paris, (db) =>
    db
      .select({
        id: registrations.id,
        state: registrations.state,
        on: occurrences.startsLocal,
        date: occurrences.id,
      })
      .from(registrations)
      .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
      .where(eq(registrations.personId, personId))
      .orderBy(occurrences.startsAt),
  )

test('whoever comes every time has each date that is written down, and those written later', async () => {
  const [{ scheduleId }, personId] = [await tuesdays(), await aPerson(paris)]
  const first = await come(scheduleId, personId)
  const before = await placesOf(personId)
  expect(first).toMatchObject({ ok: true, value: { count: before.length } })
  expect(before.length).toBeGreaterThan(20)
  expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['confirmed']))
  expect(await come(scheduleId, personId)).toMatchObject({ refusal: 'already' })
  const added = await write(scheduleId, later(24 * 60))
  expect(added).toBeGreaterThan(5)
  await renewStanding(paris, later(24 * 60))
  await renewStanding(paris, later(24 * 60))
  expect(await placesOf(personId)).toHaveLength(before.length + added)
  expect(await listStanding(paris, personId, now)).toMatchObject([{ count: before.length + added }])
})

test('one seat of each date stays open to a newcomer until two days before, whoever comes every time', async () => {
  const { scheduleId } = await tuesdays({ capacity: 2 })
  const [one, other] = [await aPerson(paris), await aPerson(paris)]
  await come(scheduleId, one)
  await come(scheduleId, other)
  const [date] = await placesOf(other)
  expect(date!.state).toBe('waitlisted')
  expect((await placesOf(one))[0]!.state).toBe('confirmed')
  const [position] = await inTenant(paris, (db) =>
    db.select().from(positions).where(eq(positions.occurrenceId, date!.date)),
  )
  expect(position).toMatchObject({ newcomerSeats: 1, seatsTaken: 1 })
  const place = { id: date!.date, positionId: position!.id }
  expect(said(await join(place, await someoneSignedIn(paris)))).toBe('confirmed')
})

test('until a day, and not on those between which one is away; what was given back is not taken again', async () => {
  const [{ scheduleId }, personId] = [await tuesdays(), await aPerson(paris)]
  expect(await come(scheduleId, personId, '2027-03-01')).toMatchObject({ refusal: 'days_in_order' })
  const made = await come(scheduleId, personId, '2027-04-06')
  const standingId = made.ok ? made.value.id : ''
  const places = await placesOf(personId)
  expect(places.map(({ on }) => on.slice(5, 10))).toEqual(['03-09', '03-16', '03-23', '03-30', '04-06'])
  await moveOwn(paris, { registrationId: places[0]!.id, personId, act: 'cancel', now })
  await stayAway(paris, { standingId, personId, from: '2027-03-20', until: '2027-03-31', now })
  await renewStanding(paris, now)
  const states = (await placesOf(personId)).map(({ state }) => state)
  expect(states).toEqual(['cancelled', 'confirmed', 'cancelled', 'cancelled', 'confirmed'])
})

test('whoever stops gives back what is ahead, and only their own; who deletes their account too', async () => {
  const { scheduleId } = await tuesdays({ capacity: 9 })
  const [one, other] = [await aPerson(paris), await aPerson(paris)]
  const made = [await come(scheduleId, one), await come(scheduleId, other)]
  const standingId = made[0]!.ok ? made[0]!.value.id : ''
  expect(await stopComing(paris, { standingId, personId: other, now })).toMatchObject({
    refusal: 'not_there',
  })
  const afterTheFirst = later(24 * 4)
  await stopComing(paris, { standingId, personId: one, now: afterTheFirst })
  const states = (await placesOf(one)).map(({ state }) => state)
  expect([states[0], new Set(states.slice(1))]).toEqual(['confirmed', new Set(['cancelled'])])
  await deleteAccount(elsewhere, { personId: other, now: afterTheFirst })
  await renewStanding(paris, afterTheFirst)
  expect(await listStanding(paris, other, now)).toEqual([])
  const seats = await inTenant(paris, (db) =>
    db
      .select({ taken: positions.seatsTaken })
      .from(positions)
      .innerJoin(occurrences, eq(occurrences.id, positions.occurrenceId))
      .where(eq(occurrences.scheduleId, scheduleId))
      .orderBy(occurrences.startsAt),
  )
  expect(seats.slice(1).every(({ taken }) => taken === 0)).toBe(true)
})

test('nobody comes every time where each request is answered, to what is over, or younger than it asks', async () => {
  const personId = await aPerson(paris, { birthYear: 2015 })
  const asked = await tuesdays({ registration: 'approval' })
  expect(await come(asked.scheduleId, personId)).toMatchObject({ refusal: 'no_series' })
  const grown = await tuesdays({ minAge: 16 })
  expect(await come(grown.scheduleId, personId)).toMatchObject({ refusal: 'too_young' })
  expect(await listStanding(paris, personId, now)).toEqual([])
  expect(await come(crypto.randomUUID(), personId)).toMatchObject({ refusal: 'not_there' })
})

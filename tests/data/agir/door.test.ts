import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { markTheRestAbsent } from '@/lib/agir/attendance/commands'
import { addComer, forgetComers } from '@/lib/agir/attendance/comers/commands'
import { codeOf, findDoor } from '@/lib/agir/attendance/queries'
import { codeTyped } from '@/lib/agir/attendance/rules'
import { moveRegistration } from '@/lib/agir/registrations/commands'
import { inTenant } from '@/lib/db'
import { belleville } from '../../support/deposits'
import { aPerson, paris, someoneSignedIn } from '../../support/factories'
import { aDoor, afterwards, atTheDoor, begins, type Door, rowOf, someoneComing, tap } from '../../support/day'
import { countsOf, idIn, join, later } from '../../support/seats'

const add = ({ id: dateId, welcomesId: personId }: Door, party = 1, requestId = randomUUID()) =>
  addComer(paris, { dateId, personId, name: 'Jo', party, requestId, now: atTheDoor })

describe('at the door', () => {
  test('whoever is marked here is here, and is expected again when it is taken back', async () => {
    const door = await aDoor()
    const { registrationId } = await someoneComing(door)
    expect(await tap(door, registrationId, 'attended')).toBe('done')
    expect(await rowOf(registrationId)).toMatchObject({
      state: 'attended',
      checkedInById: door.welcomesId,
      checkedInAt: atTheDoor,
    })
    expect(await tap(door, registrationId, 'confirmed', { at: later(begins) })).toBe('done')
    expect(await rowOf(registrationId)).toMatchObject({ state: 'confirmed', checkedInAt: null })
    expect(await countsOf(door.positionId)).toEqual({ taken: 1, waiting: 0 })
  })

  test('a tap that arrives twice is done once, and one that arrives late undoes nothing newer', async () => {
    const door = await aDoor()
    const { registrationId } = await someoneComing(door)
    const requestId = randomUUID()
    await tap(door, registrationId, 'attended', { requestId })
    await tap(door, registrationId, 'absent', { at: later(begins + 1) })
    expect(await tap(door, registrationId, 'attended', { requestId, at: later(begins + 1) })).toBe('done')
    const late = { tappedAt: later(begins), at: later(begins + 2) }
    expect(await tap(door, registrationId, 'excused', late)).toBe('done')
    expect((await rowOf(registrationId)).state).toBe('absent')
  })

  test('a phone whose clock is wrong says neither the future nor a day before', async () => {
    const door = await aDoor()
    const { registrationId } = await someoneComing(door)
    await tap(door, registrationId, 'attended', { tappedAt: later(9999) })
    expect((await rowOf(registrationId)).checkedInAt).toEqual(atTheDoor)
  })

  test('it opens an hour before and closes two weeks after; a date that is off has no door', async () => {
    const door = await aDoor()
    const { registrationId } = await someoneComing(door)
    expect(await tap(door, registrationId, 'attended', { at: later(begins - 1.1) })).toBe('too_early')
    expect(await tap(door, registrationId, 'attended', { at: later(begins + 2 + 14 * 24 + 1) })).toBe(
      'too_late',
    )
    const off = await aDoor({ state: 'cancelled', reason: 'Il pleut trop.' })
    expect(await tap(off, registrationId, 'attended')).toBe('cancelled')
  })

  test('a stranger, a registrant and another city mark nobody; nobody marks themselves', async () => {
    const [door, other] = [await aDoor(), await aDoor()]
    const { registrationId, personId } = await someoneComing(door)
    for (const by of [await aPerson(paris), personId, other.welcomesId])
      expect(await tap(door, registrationId, 'attended', { by })).toBe('not_there')
    expect(await tap(other, registrationId, 'attended')).toBe('not_there')
    expect(await findDoor(belleville, { activityId: door.activityId, dateId: door.id })).toBeNull()
    const own = await someoneComing({ ...other })
    expect((await rowOf(own.registrationId)).state).toBe('confirmed')
    expect((await rowOf(registrationId)).state).toBe('confirmed')
  })

  test('whoever cancelled is not marked; whoever waits is let in only where there is room', async () => {
    const door = await aDoor({ capacity: 1 })
    const { registrationId } = await someoneComing(door)
    const waiting = idIn(await join(door, await someoneSignedIn(paris)))
    expect((await rowOf(waiting)).state).toBe('waitlisted')
    expect(await tap(door, waiting, 'attended')).toBe('full')
    await inTenant(paris, (db) =>
      moveRegistration(db, { registrationId, act: 'cancel', by: 'participant', now: later(begins - 2) }),
    )
    expect(await tap(door, registrationId, 'attended')).toBe('not_coming')
    expect(await tap(door, waiting, 'attended')).toBe('done')
    expect(await countsOf(door.positionId)).toEqual({ taken: 1, waiting: 0 })
  })
})

describe('who comes without having registered', () => {
  test('is let in while there is room, once however often it is sent, and takes a seat', async () => {
    const door = await aDoor({ capacity: 3 })
    const requestId = randomUUID()
    const both = await Promise.all([add(door, 2, requestId), add(door, 2, requestId)])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await countsOf(door.positionId)).toEqual({ taken: 2, waiting: 0 })
    expect(await add(door, 2)).toMatchObject({ refusal: 'full' })
    expect(await add({ ...door, welcomesId: await aPerson(paris) })).toMatchObject({ refusal: 'not_there' })
  })

  test('is named to nobody any more two weeks later, and stays counted', async () => {
    const door = await aDoor()
    const added = await add(door)
    const id = added.ok ? added.value.registrationId : ''
    expect((await rowOf(id)).guestSealed).not.toBeNull()
    await forgetComers(paris, later(begins + 13 * 24))
    expect((await rowOf(id)).guestSealed).not.toBeNull()
    await forgetComers(paris, later(begins + 15 * 24))
    expect(await rowOf(id)).toMatchObject({ guestSealed: null, state: 'attended' })
  })
})

test('after the date, all of whom nothing was said are marked absent at once, and only they', async () => {
  const door = await aDoor()
  const [came, excused, silent] = [
    await someoneComing(door),
    await someoneComing(door),
    await someoneComing(door),
  ]
  await tap(door, came.registrationId, 'attended')
  await tap(door, excused.registrationId, 'excused')
  const rest = (now: Date) => markTheRestAbsent(paris, { dateId: door.id, personId: door.welcomesId, now })
  expect(await rest(atTheDoor)).toMatchObject({ refusal: 'too_early' })
  expect(await rest(afterwards)).toMatchObject({ value: { count: 1 } })
  const states = [came, excused, silent].map(async (one) => (await rowOf(one.registrationId)).state)
  expect(await Promise.all(states)).toEqual(['attended', 'excused', 'absent'])
})

test('the code of a registration is read out in small letters too, and is no other’s', async () => {
  const door = await aDoor()
  const [one, other] = [await someoneComing(door, { name: 'Inès Robert' }), await someoneComing(door)]
  const code = codeOf(paris, one.registrationId)
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
  expect(codeTyped(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).toBe(code)
  expect(codeOf(belleville, one.registrationId)).not.toBe(code)
  const { rows } = (await findDoor(paris, { activityId: door.activityId, dateId: door.id }))!
  expect(rows.find((row) => row.code === code)).toMatchObject({ name: 'Inès Robert', id: one.registrationId })
  expect(rows.filter((row) => row.code === codeOf(paris, other.registrationId))).toHaveLength(1)
})

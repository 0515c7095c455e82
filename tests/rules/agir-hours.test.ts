import { expect, test } from 'vitest'
import { codeFrom, markingRefusal, tappedWithin } from '@/lib/agir/attendance/rules'
import { serialFrom, serialTyped } from '@/lib/agir/certificates/rules'
import { DeclareInput } from '@/lib/agir/hours/input'
import { minutesOf } from '@/lib/agir/hours/rules'
import { overlapping, toldState } from '@/lib/agir/registrations/rules'

const at = (text: string) => new Date(text)

test('a night on which the clocks change is credited as long as it was', () => {
  const night = (startsAt: Date, endsAt: Date, breakMinutes = 0) =>
    minutesOf({ startsAt, endsAt, breakMinutes })
  expect(night(at('2027-03-27T22:00:00+01:00'), at('2027-03-28T06:00:00+02:00'))).toBe(7 * 60)
  expect(night(at('2026-10-24T22:00:00+02:00'), at('2026-10-25T06:00:00+01:00'), 30)).toBe(9 * 60 - 30)
  expect(night(at('2027-07-01T00:00:00Z'), at('2027-07-04T00:00:00Z'))).toBe(24 * 60)
  expect(night(at('2027-07-01T10:00:00Z'), at('2027-07-01T11:00:00Z'), 90)).toBe(0)
})

test('how long somebody helped is read as people write it, and nothing else is', () => {
  const registrationId = crypto.randomUUID()
  const read = (lasted: string) => DeclareInput.safeParse({ registrationId, lasted }).data?.lasted
  expect(['2', '2:30', '2h30', '2 h', ' 0:45 ', '24'].map(read)).toEqual([120, 150, 150, 120, 45, 1440])
  for (const wrong of ['', '0', '0:00', '2:75', '25', '-1', '2.5', 'deux', '1e2', '24:01'])
    expect([wrong, read(wrong)]).toEqual([wrong, undefined])
})

test('the door opens an hour before and closes a fortnight after, to the minute', () => {
  const date = {
    state: 'scheduled',
    startsAt: at('2027-03-13T09:00:00Z'),
    endsAt: at('2027-03-13T11:00:00Z'),
  }
  expect(markingRefusal(date, at('2027-03-13T07:59:59Z'))).toBe('too_early')
  expect(markingRefusal(date, at('2027-03-13T08:00:00Z'))).toBeNull()
  expect(markingRefusal(date, at('2027-03-27T11:00:00Z'))).toBeNull()
  expect(markingRefusal(date, at('2027-03-27T11:00:01Z'))).toBe('too_late')
  const now = at('2027-03-13T09:30:00Z')
  expect(tappedWithin(at('2020-01-01T00:00:00Z'), date, now)).toEqual(at('2027-03-13T08:00:00Z'))
})

test('codes and numbers hold no sign that is taken for another', () => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const signs = Array.from({ length: 21 }, (_, turn) => serialFrom(every.subarray(turn * 12))).join('')
  expect(signs).not.toMatch(/[01ILOU]/)
  expect(codeFrom(every)).toHaveLength(6)
  expect(serialTyped('abcd efgh-2345')).toBe('ABCD-EFGH-2345')
  expect([serialTyped('ABCD-EFGH-234'), serialTyped('ABCD-EFGH-0IOL'), serialTyped(12)]).toEqual([
    null,
    null,
    null,
  ])
})

test('two places at the same time are both said to be; one after the other, waiting or called off are not', () => {
  const booked = (id: string, from: string, until: string, detail = {}) => ({
    ...{ id, state: 'confirmed' as const, dateState: 'scheduled' },
    ...{ startsAt: at(`2027-03-13T${from}:00Z`), endsAt: at(`2027-03-13T${until}:00Z`) },
    ...detail,
  })
  const own = [
    booked('a', '09:00', '11:00'),
    booked('b', '10:30', '12:00'),
    booked('c', '12:00', '13:00'),
    booked('d', '10:00', '11:00', { dateState: 'cancelled' }),
    booked('e', '12:30', '13:00', { state: 'declined' }),
  ]
  expect(overlapping(own)).toEqual(new Set(['a', 'b']))
})

test('a place is said to be reserved only where nothing about its date is open', () => {
  const held = { state: 'confirmed', dateState: 'scheduled', reconfirmBy: null, isFrozen: false } as const
  expect(toldState(held)).toBe('confirmed')
  for (const dateState of ['rescheduled', 'moved_online'] as const)
    expect(toldState({ ...held, dateState })).toBe('confirmed')
  expect(toldState({ ...held, dateState: 'rescheduled', reconfirmBy: new Date() })).toBe('to_reconfirm')
  expect(toldState({ ...held, dateState: 'postponed', reconfirmBy: new Date() })).toBe('put_off')
  expect(toldState({ ...held, dateState: 'cancelled' })).toBe('called_off')
  expect(toldState({ ...held, isFrozen: true })).toBe('frozen')
  expect(toldState({ ...held, state: 'waitlisted', dateState: 'cancelled', isFrozen: true })).toBe(
    'waitlisted',
  )
})

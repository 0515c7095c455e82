import { expect, test } from 'vitest'
import { mailTimes } from '@/lib/notifications/rules'
import { readNoticeCursor } from '@/lib/notifications/inbox/rules'

const paris = 'Europe/Paris'
const at = (iso: string, zone = paris) => {
  const times = mailTimes(new Date(iso), zone)
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time.toISOString()]))
}

test('by day a letter leaves at once, gathered ones at eight the next morning and on Monday', () => {
  expect(at('2026-11-25T11:00:00Z')).toEqual({
    atOnce: '2026-11-25T11:00:00.000Z',
    sendingDay: '2026-11-24T23:00:00.000Z',
    dayAfter: '2026-11-26T07:00:00.000Z',
    daily: '2026-11-26T07:00:00.000Z',
    weekly: '2026-11-30T07:00:00.000Z',
  })
})

test('from nine in the evening to eight in the morning nothing leaves', () => {
  expect(at('2026-11-25T19:59:59Z').atOnce).toBe('2026-11-25T19:59:59.000Z')
  expect(at('2026-11-25T20:00:00Z').atOnce).toBe('2026-11-26T07:00:00.000Z')
  expect(at('2026-11-26T06:59:59Z').atOnce).toBe('2026-11-26T07:00:00.000Z')
  expect(at('2026-11-26T07:00:00Z').atOnce).toBe('2026-11-26T07:00:00.000Z')
})

test('the hours are the city’s own, also in the night in which they change', () => {
  expect(at('2027-03-27T22:00:00Z').atOnce).toBe('2027-03-28T06:00:00.000Z')
  expect(at('2026-10-24T21:00:00Z').atOnce).toBe('2026-10-25T07:00:00.000Z')
  expect(at('2026-11-25T02:00:00Z', 'America/Santiago').atOnce).toBe('2026-11-25T11:00:00.000Z')
})

test('on a Monday before eight the week’s letter is that morning’s, after eight the next week’s', () => {
  expect(at('2026-11-30T05:00:00Z').weekly).toBe('2026-11-30T07:00:00.000Z')
  expect(at('2026-11-30T07:00:01Z').weekly).toBe('2026-12-07T07:00:00.000Z')
})

test('a place in the list of notices is one that was given out, or none', () => {
  const id = 'b5a4c2f0-2f4e-4f57-9d56-0f2e4f8a9b11'
  expect(readNoticeCursor(`2026-11-25T11:00:00.000Z~${id}`)).toMatchObject({ eventId: id })
  for (const odd of [undefined, ['a'], '', '~', `x~${id}`, "2026-11-25~' or 1=1--", 'a'.repeat(50_000)])
    expect(readNoticeCursor(odd)).toBeNull()
})

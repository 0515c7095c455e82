import { describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/consultations/feeds/rules'
import { readers } from '../support/calendar-readers'

describe('the calendar', () => {
  const event = {
    id: '1',
    title: 'Réunion ; plan, chemins',
    summary: 'Une ligne\nune autre '.repeat(6),
    href: 'https://exemple.test/c',
    place: null,
    opensOn: '2026-03-29',
    closesOn: '2026-03-29',
    hour: '18:30',
    changedAt: new Date('2026-01-01T00:00:00Z'),
    sequence: 2,
    cancelReason: null as string | null,
  }
  const lines = (change = {}) =>
    calendarOf({ name: 'É', host: 'h', timeZone: 'Europe/Paris', events: [{ ...event, ...change }] }).split(
      '\r\n',
    )

  test('says an hour as an instant and days as days, the last included', () => {
    expect(lines()).toContain('DTSTART:20260329T163000Z')
    expect(lines({ hour: null, closesOn: '2026-03-31' })).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260401']),
    )
  })

  test('tells those who have it already that its dates are others, or that it is off', () => {
    expect(lines()).toEqual(expect.arrayContaining(['SEQUENCE:2', 'STATUS:CONFIRMED']))
    const off = lines({ cancelReason: 'La salle est inondée.' })
    expect(off).toContain('STATUS:CANCELLED')
    expect(off.some((line) => line.startsWith('DESCRIPTION:La salle est inondée.'))).toBe(true)
  })

  test.each(Object.entries(readers))('is read the same by %s', (_name, read) => {
    const days = { id: '2', hour: null, closesOn: '2026-03-31', cancelReason: 'La salle est inondée.' }
    const [hour, whole] = read(
      calendarOf({
        ...{ name: 'É', host: 'h', timeZone: 'Europe/Paris' },
        events: [event, { ...event, ...days }],
      }),
    ).sort((one, other) => one.id.localeCompare(other.id))
    expect(hour).toEqual({
      ...{ id: '1@h', title: event.title, sequence: 2, status: 'CONFIRMED' },
      ...{ from: '2026-03-29T16:30:00.000Z', until: '2026-03-29T18:30:00.000Z' },
    })
    expect(whole).toMatchObject({ id: '2@h', status: 'CANCELLED', title: event.title })
    const dayOf = (at: string) => new Date(new Date(at).getTime() + 12 * 3_600_000).toISOString().slice(0, 10)
    expect([dayOf(whole!.from), dayOf(whole!.until)]).toEqual(['2026-03-29', '2026-04-01'])
  })

  test('escapes what means something and folds at 75 bytes', () => {
    expect(lines()).toContain('SUMMARY:Réunion \\; plan\\, chemins')
    expect(Math.max(...lines().map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines({ title: 'A\r\nATTENDEE:x' }).some((line) => line.startsWith('ATTENDEE'))).toBe(false)
  })
})

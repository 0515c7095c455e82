import { expect, test } from 'vitest'
import { type CalendarDate, calendarOf } from '@/lib/agir/calendar/rules'

const date: CalendarDate = {
  id: '5f0c1a52-9a5c-4b9e-8a53-2f7f53d7a001',
  title: 'Planter; arroser, récolter 🌱',
  summary:
    'Première ligne\nseconde ligne \\ avec des accents : été, où, ça, pour que la ligne dépasse largement.',
  href: 'https://agir.example/activites/planter',
  place: 'Square, côté canal',
  startsAt: new Date('2026-10-24T16:00:00Z'),
  endsAt: new Date('2026-10-24T18:00:00Z'),
  zone: 'Europe/Paris',
  state: 'scheduled',
  reason: null,
  sequence: 2,
  changedAt: new Date('2026-10-01T08:00:00Z'),
}
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('a date keeps its hour on the clocks of the place, whatever they do in between', () => {
  const week = {
    ...date,
    id: 'b',
    startsAt: new Date('2026-10-31T17:00:00Z'),
    endsAt: new Date('2026-10-31T19:00:00Z'),
  }
  const lines = unfolded(calendarOf('Agir', [date, week]))
  expect(lines.filter((line) => line.startsWith('DTSTART;'))).toEqual([
    'DTSTART;TZID=Europe/Paris:20261024T180000',
    'DTSTART;TZID=Europe/Paris:20261031T180000',
  ])
  const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))
  expect(zone).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Paris',
    ...[
      'BEGIN:DAYLIGHT',
      'DTSTART:20260329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
    ],
    ...[
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
    ],
  ])
})

test('edge 27: signs, new lines, accents and emoji pass whole, and no line has more than 75 bytes', () => {
  const text = calendarOf('Agir', [date])
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  const lines = unfolded(text)
  expect(lines).toContain('SUMMARY:Planter\\; arroser\\, récolter 🌱')
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('ligne\\nseconde ligne \\\\ avec')
  expect(text).not.toContain('�')
})

test('what is called off says so with a higher sequence, under the same name', () => {
  const lines = unfolded(calendarOf('Agir', [{ ...date, state: 'cancelled', reason: 'Pluie', sequence: 3 }]))
  expect(lines).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:3', `UID:${date.id}@parvis`]))
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(/^DESCRIPTION:Pluie/)
})

test('a zone whose clocks never change is described as well', () => {
  const lines = unfolded(calendarOf('Agir', [{ ...date, zone: 'Africa/Algiers' }]))
  expect(lines).toContain('TZID:Africa/Algiers')
  expect(lines.filter((line) => line.startsWith('TZOFFSETTO')).length).toBeGreaterThan(0)
})

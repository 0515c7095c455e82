import { expect, test } from 'vitest'
import { eventsIn } from '@/lib/agir/imports/icalendar/rules'
import { timesOf } from '@/lib/agir/imports/icalendar/times/rules'

const calendar = (...events: string[][]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'UID:1@x', ...lines, 'END:VEVENT']),
    ...['END:VCALENDAR', ''],
  ].join('\r\n')

/** When each event of a calendar begins. */
const beginnings = (...events: string[][]) =>
  eventsIn(calendar(...events))!.map(({ record }) => timesOf(record).map(([begins]) => begins))

const hour = ['DTSTART;TZID=Europe/Paris:20261124T190000', 'DTEND;TZID=Europe/Paris:20261124T210000']
const weekly = [...hour, 'RRULE:FREQ=WEEKLY;COUNT=6']
const [first, second, third, fourth, fifth, sixth] = [
  '2026-11-24T18:00:00.000Z',
  '2026-12-01T18:00:00.000Z',
  '2026-12-08T18:00:00.000Z',
  '2026-12-15T18:00:00.000Z',
  '2026-12-22T18:00:00.000Z',
  '2026-12-29T18:00:00.000Z',
]

test('every line of dates left out counts, and every date of a line', () => {
  const left = [
    'EXDATE;TZID=Europe/Paris:20261124T190000',
    'EXDATE;TZID=Europe/Paris:20261208T190000,20261222T190000',
    'EXDATE;TZID=Europe/Paris:20261229T190000',
  ]
  expect(beginnings([...weekly, ...left])).toEqual([[second, fourth]])
})

test('a date left out may be said in universal time, on the clocks of elsewhere, or as a day', () => {
  const left = [
    'EXDATE:20261201T180000Z',
    'EXDATE;TZID=America/New_York:20261208T130000',
    'EXDATE;VALUE=DATE:20261215',
    'EXDATE:20261222T190000',
  ]
  expect(beginnings([...weekly, ...left])).toEqual([[first, sixth]])
})

test('dates are added by as many lines, as instants, days or periods, once each', () => {
  const added = [
    'RDATE;TZID=Europe/Paris:20261208T190000',
    'RDATE;VALUE=DATE:20261215,20261124',
    'RDATE;VALUE=PERIOD:20261222T180000Z/PT2H',
  ]
  expect(beginnings([...hour, ...added])).toEqual([[first, third, fourth, fifth]])
})

test('whole days are left out and added as days', () => {
  const days = ['DTSTART;VALUE=DATE:20261124', 'RRULE:FREQ=DAILY;COUNT=4']
  const changes = ['EXDATE;VALUE=DATE:20261125', 'EXDATE;VALUE=DATE:20261126', 'RDATE;VALUE=DATE:20261130']
  const kept = ['2026-11-24T00:00:00', '2026-11-27T00:00:00', '2026-11-30T00:00:00']
  expect(beginnings([...days, ...changes])).toEqual([kept])
})

test('an hour left out stays the hour of the clock on the other side of a change of clocks', () => {
  const spring = ['DTSTART;TZID=Europe/Paris:20270322T190000', 'RRULE:FREQ=WEEKLY;COUNT=3']
  const left = ['EXDATE;TZID=Europe/Paris:20270329T190000', 'EXDATE;TZID=Europe/Paris:20270322T190000']
  expect(beginnings([...spring, ...left])).toEqual([['2027-04-05T17:00:00.000Z']])
})

test('a date that its source moved or called off apart is no second event', () => {
  const moved = [
    'RECURRENCE-ID;TZID=Europe/Paris:20261201T190000',
    'DTSTART;TZID=Europe/Paris:20261202T200000',
  ]
  const off = ['RECURRENCE-ID:20261208T180000Z', 'STATUS:CANCELLED', 'DTSTART:20261208T180000Z']
  const [times, ...others] = beginnings(off, weekly, moved)
  expect(others).toEqual([])
  expect([...times!].sort()).toEqual([first, '2026-12-02T19:00:00.000Z', fourth, fifth, sixth])
})

test('a date left out or added that cannot be read makes the whole unreadable', () => {
  for (const line of ['EXDATE:demain', 'RDATE:20261399T190000', `EXDATE:${'20261201T190000,'.repeat(1001)}`])
    expect(beginnings([...weekly, 'EXDATE;TZID=Europe/Paris:20261201T190000', line]), line).toEqual([
      ['unreadable'],
    ])
})

import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { plannedAt } from '@/lib/agir/schedules/rules'
import { firstByDays } from '@/lib/agir/schedules/weeks/rules'

const zones = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Bogota',
  'UTC',
]
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const two = (number: number) => String(number).padStart(2, '0')

/** Clocks of some of these zones change in the night of each of these days. */
const changes = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2026-02-15',
  '2026-03-22',
]
const someDay = fc
  .integer({ min: 0, max: 900 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10))
const someTime = fc
  .tuple(
    fc.oneof(
      fc.tuple(someDay, fc.integer({ min: 0, max: 23 })),
      fc.tuple(fc.constantFrom(...changes), fc.integer({ min: 0, max: 4 })),
    ),
    fc.boolean(),
  )
  .map(([[date, hour], half]) => `${date} ${two(hour)}:${half ? '30' : '00'}:00`)
const someEnd = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((count) => `COUNT=${count}`),
  fc.integer({ min: 0, max: 1300 }).map((day) => {
    const at = new Date(Date.UTC(2026, 0, 1, day % 24) + day * 86_400_000).toISOString()
    return `UNTIL=${at.slice(0, 19).replace(/[-:]/g, '')}Z`
  }),
)
const someRule = fc
  .record({
    every: fc.integer({ min: 1, max: 5 }),
    days: fc.option(fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 })),
    first: fc.option(fc.constantFrom(...weekdays)),
    end: someEnd,
  })
  .map(({ every, days, first, end }) =>
    [
      days || every % 2 ? 'FREQ=WEEKLY' : 'FREQ=DAILY',
      `INTERVAL=${every}`,
      ...(days ? [`BYDAY=${days.join(',')}`] : []),
      ...(first ? [`WKST=${first}`] : []),
      end,
    ].join(';'),
  )

test('what is worked out by adding days is what the calendar library gives', () => {
  let worked = 0
  const isTheSame = fc.property(fc.constantFrom(...zones), someTime, someRule, (zone, startsLocal, rule) => {
    const until = Date.UTC(2028, 5, 1)
    const parts = Object.fromEntries(rule.split(';').map((part) => part.split('=')))
    const ours = firstByDays({ parts, zone, startsLocal }, { most: 30, until })
    if (ours === null) return
    worked++
    const stamp = startsLocal.replace(/[-:]/g, '').replace(' ', 'T')
    const rruleString = `DTSTART;TZID=${zone}:${stamp}\nRRULE:${rule}`
    const theirs = new RRuleTemporal({ rruleString, maxIterations: 2000, cache: false })
      .all((at, index) => index < 30 && at.epochMilliseconds <= until)
      .map((at) => at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' '))
    expect(ours).toEqual(theirs)
  })
  fc.assert(isTheSame, { numRuns: 300 })
  expect(worked).toBeGreaterThan(150)
})

test('a date is at the instant that the calendar library gives, in every zone, whatever its clocks do', () => {
  const isTheSame = fc.property(
    fc.constantFrom(...zones),
    someTime,
    fc.integer({ min: 1, max: 100 }),
    (zone, startsLocal, halves) => {
      const start = Temporal.PlainDateTime.from(startsLocal.replace(' ', 'T'))
      const end = start.add({ minutes: halves * 30 })
      const endsLocal = end.toString({ smallestUnit: 'second' }).replace('T', ' ')
      const { startsAt, endsAt } = plannedAt({ zone, startsLocal, endsLocal }, startsLocal)
      const begins = start.toZonedDateTime(zone)
      expect(startsAt.getTime()).toBe(begins.epochMilliseconds)
      if (begins.toPlainDateTime().equals(start) && endsAt > startsAt)
        expect([
          end.toZonedDateTime(zone).epochMilliseconds,
          begins.epochMilliseconds + halves * 1_800_000,
        ]).toContain(endsAt.getTime())
    },
  )
  fc.assert(isTheSame, { numRuns: 500 })
})

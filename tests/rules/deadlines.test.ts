import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadlineOf, frozenRules, type RuleSet, thresholdAt, thresholdOf } from '@/lib/rules/rules'
import { paris } from '@/tenants/paris'

const at = (instant: string) => new Date(instant)

test.each([
  [
    'six months later, whole day included',
    '2026-11-21T22:30:00Z',
    { months: 6 },
    'Europe/Paris',
    '2027-05-21T22:00:00Z',
  ],
  [
    'a minute after midnight is already the next day in the city',
    '2026-11-21T23:01:00Z',
    { months: 6 },
    'Europe/Paris',
    '2027-05-22T22:00:00Z',
  ],
  [
    '31 August and six months: the last of February',
    '2026-08-31T10:00:00Z',
    { months: 6 },
    'Europe/Paris',
    '2027-02-28T23:00:00Z',
  ],
  [
    '31 August and six months before a leap day',
    '2027-08-31T10:00:00Z',
    { months: 6 },
    'Europe/Paris',
    '2028-02-29T23:00:00Z',
  ],
  [
    '29 February and twelve months',
    '2028-02-29T10:00:00Z',
    { months: 12 },
    'Europe/Paris',
    '2029-02-28T23:00:00Z',
  ],
  [
    'over the end of summer time',
    '2026-09-30T10:00:00Z',
    { days: 30 },
    'Europe/Paris',
    '2026-10-30T23:00:00Z',
  ],
  [
    'where midnight does not exist that night',
    '2026-08-28T15:00:00Z',
    { days: 7 },
    'America/Santiago',
    '2026-09-05T04:00:00Z',
  ],
  [
    'where summer time begins at midnight',
    '2026-08-29T15:00:00Z',
    { days: 7 },
    'America/Santiago',
    '2026-09-06T04:00:00Z',
  ],
  [
    'in a city without summer time',
    '2026-11-21T23:30:00Z',
    { months: 4 },
    'Africa/Tunis',
    '2027-03-22T23:00:00Z',
  ],
  ['half an hour off', '2026-01-31T18:31:00Z', { months: 1 }, 'Asia/Kolkata', '2026-03-01T18:30:00Z'],
] as const)('item 6: %s', (_, published, duration, zone, deadline) => {
  expect(deadlineOf(at(published), duration, zone)).toEqual(at(deadline))
})

const zones = [
  'Europe/Paris',
  'America/Santiago',
  'Africa/Tunis',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Asia/Kolkata',
]

test('edge 15: a deadline is the first instant of a day, and that day is never nearer than the duration says', () => {
  const published = fc.date({ min: at('2024-01-01'), max: at('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      published,
      fc.integer({ min: 1, max: 24 }),
      fc.constantFrom(...zones),
      (when, months, zone) => {
        const deadline = deadlineOf(when, { months }, zone)
        const day = (instant: Date) => instant.toLocaleDateString('sv-SE', { timeZone: zone })
        expect(day(deadline)).not.toBe(day(new Date(deadline.getTime() - 1)))
        const [least, most] = [months * 28, months * 31 + 2].map((days) => when.getTime() + days * 86_400_000)
        expect(deadline.getTime()).toBeGreaterThan(least! - 3_600_000)
        expect(deadline.getTime()).toBeLessThan(most! + 3_600_000)
      },
    ),
  )
})

test('who publishes later never closes earlier', () => {
  const day = fc.date({ min: at('2024-01-01'), max: at('2032-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      fc.constantFrom(...zones),
      (one, apart, zone) => {
        const other = new Date(one.getTime() + apart)
        const [first, second] = [one, other].map((when) => deadlineOf(when, { months: 6 }, zone).getTime())
        expect(second).toBeGreaterThanOrEqual(first!)
      },
    ),
  )
})

test.each([
  [{ mode: 'absolute', value: 1500 }, 2_103_778, 1500],
  [{ mode: 'share', percent: 0.4, floor: 200, cap: 2000 }, 184_300, 738],
  [{ mode: 'share', percent: 0.4, floor: 200, cap: 2000 }, 12_000, 200],
  [{ mode: 'share', percent: 0.4, floor: 200, cap: 2000 }, 9_000_000, 2000],
  [{ mode: 'share', percent: 0.07, floor: 50, cap: 5000 }, 100_000, 70],
] as const)('a threshold of %o in a city of %i is %i', (threshold, population, expected) => {
  expect(thresholdOf({ threshold }, population)).toBe(expected)
})

const wholeCity = { districtCode: null, secondDistrictCode: null }

test('where one district is concerned, its own number obliges the city', () => {
  const threshold = { mode: 'districts', value: 1500, districts: { '1': 200 } } as const
  expect(thresholdOf({ threshold }, 2_103_778)).toBe(1500)
  const rules = { ...paris.ideas, threshold }
  const asked = (districtCode: string | null, secondDistrictCode: string | null = null) =>
    thresholdAt({ rules, threshold: 1500 }, { districtCode, secondDistrictCode })
  expect([asked('1'), asked('2'), asked(null), asked('1', '2')]).toEqual([200, 1500, 1500, 1500])
})

test('an idea takes with it the rules of its day', () => {
  const set: RuleSet = {
    version: 3,
    rules: paris.ideas,
    threshold: 1500,
    timeZone: 'Europe/Paris',
    reason: 'first_rules',
    author: 'seed',
    validFrom: at('2026-01-01T00:00:00Z'),
  }
  expect(frozenRules(set, at('2026-11-21T09:00:00Z'), wholeCity)).toEqual({
    ruleVersion: 3,
    threshold: 1500,
    deadlineAt: at('2027-05-21T22:00:00Z'),
    supportMinAge: 15,
    supportAssurance: 'A1',
    residence: ['lives', 'works', 'studies', 'association'],
    timeZone: 'Europe/Paris',
    editableUntil: at('2026-11-21T10:00:00Z'),
  })
})

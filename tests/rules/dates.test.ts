import { describe, expect, test } from 'vitest'
import { elsewhereOf, placesToGo, whereToGo } from '@/lib/agir/dates/placing/rules'
import {
  datesUntil,
  isSkipped,
  mostInAWeek,
  plannedAt,
  timingRefusal,
  type Timing,
} from '@/lib/agir/schedules/rules'
import { serverZones, withServerIn } from '../support/server-zone'

const far = new Date('2028-12-31T00:00:00Z')
const evening = (detail: Partial<Timing> = {}): Timing => ({
  zone: 'Europe/Paris',
  startsLocal: '2026-10-18 18:00:00',
  endsLocal: '2026-10-18 20:00:00',
  rule: null,
  exceptions: [],
  additions: [],
  ...detail,
})
const locals = (timing: Timing) => datesUntil(timing, far).map(({ startsLocal }) => startsLocal)
const instants = (timing: Timing) => datesUntil(timing, far).map(({ startsAt }) => startsAt.toISOString())

/** Clocks go back and forward on different days, and in the south the other way round. */
const zones = [
  { zone: 'Europe/Paris', back: '2026-10-25', forward: '2027-03-28', summer: 16, winter: 17 },
  { zone: 'America/New_York', back: '2026-11-01', forward: '2027-03-14', summer: 22, winter: 23 },
  { zone: 'Australia/Lord_Howe', back: '2027-04-04', forward: '2026-10-04', summer: 7, winter: 7.5 },
]

describe.each(serverZones)('with the server’s own clocks in %s', (server) => {
  describe.each(zones)('in $zone', ({ zone, back, forward, summer, winter }) => {
    test.each([
      ['back', back, [summer, winter]],
      ['forward', forward, [winter, summer]],
    ])('edge 10: what is at six every week stays at six when the clocks go %s', (_way, day, hours) => {
      const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 7 * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const [startsLocal, endsLocal] = [`${before} 18:00:00`, `${before} 20:00:00`]
      const timing = evening({ zone, startsLocal, endsLocal, rule: 'FREQ=WEEKLY;COUNT=2' })
      const dates = withServerIn(server, () => datesUntil(timing, far))
      expect(dates.map((date) => date.startsLocal)).toEqual([startsLocal, `${day} 18:00:00`])
      expect(dates.map(({ startsAt }) => startsAt.getUTCHours() + startsAt.getUTCMinutes() / 60)).toEqual(
        hours,
      )
    })
  })
})

describe('edge 11: an hour that the clocks skip', () => {
  const night = evening({ startsLocal: '2027-03-21 02:30:00', endsLocal: '2027-03-21 04:00:00' })

  test('moves a single date as much later, its length kept', () => {
    const [date] = datesUntil(
      { ...night, startsLocal: '2027-03-28 02:30:00', endsLocal: '2027-03-28 04:00:00' },
      far,
    )
    expect(date).toMatchObject({
      originalLocal: '2027-03-28 02:30:00',
      startsLocal: '2027-03-28 03:30:00',
      endsLocal: '2027-03-28 05:00:00',
    })
    expect(isSkipped('2027-03-28 02:30:00', 'Europe/Paris')).toBe(true)
    expect(isSkipped('2027-03-28 03:30:00', 'Europe/Paris')).toBe(false)
  })

  test('leaves that day out of a series', () => {
    const series = { ...night, rule: 'FREQ=WEEKLY;COUNT=3' }
    expect(locals(series)).toEqual(['2027-03-21 02:30:00', '2027-04-04 02:30:00', '2027-04-11 02:30:00'])
  })
})

test('an hour that comes twice is the first of the two, and what ends after it lasts an hour more', () => {
  const { startsAt, endsAt } = plannedAt(evening(), '2026-10-25 02:30:00')
  expect(startsAt.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(endsAt.toISOString()).toBe('2026-10-25T03:30:00.000Z')
})

describe('every month', () => {
  const month = { startsLocal: '2026-01-31 10:00:00', endsLocal: '2026-01-31 12:00:00' }
  const days = (rule: string) => locals(evening({ ...month, rule })).map((local) => local.slice(5, 10))

  test('on the 31st is only in months that have one', () =>
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4')).toEqual(['01-31', '03-31', '05-31', '07-31']))
  test('on its last day is in every month', () =>
    expect(days('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4')).toEqual(['01-31', '02-28', '03-31', '04-30']))
  test('on its last Saturday', () =>
    expect(days('FREQ=MONTHLY;BYDAY=-1SA;COUNT=4')).toEqual(['01-31', '02-28', '03-28', '04-25']))
})

test('a day that is taken out is not there, and one that is added is', () => {
  const rule = 'FREQ=WEEKLY;COUNT=3'
  const dates = evening({ rule, exceptions: ['2026-10-25 18:00:00'], additions: ['2026-10-29 10:00:00'] })
  expect(locals(dates)).toEqual(['2026-10-18 18:00:00', '2026-10-29 10:00:00', '2026-11-01 18:00:00'])
})

test('edge 17: dates are the same wherever the server stands', () => {
  const rule = 'FREQ=WEEKLY;COUNT=12'
  const [here, ...elsewhere] = serverZones.map((zone) =>
    withServerIn(zone, () => instants(evening({ rule }))),
  )
  for (const seen of elsewhere) expect(seen).toEqual(here)
})

describe('edges 12 and 13: no dates are made of a rule', () => {
  test.each([
    ['that never ends', 'FREQ=WEEKLY;BYDAY=TU', 'rule_endless'],
    ['that says an end of never', 'FREQ=DAILY;COUNT=0', 'rule_unreadable'],
    ['by the second', 'FREQ=SECONDLY;COUNT=5', 'rule_too_fine'],
    ['by the hour', 'FREQ=HOURLY;COUNT=5', 'rule_too_fine'],
    ['of ten thousand dates', 'FREQ=DAILY;COUNT=10000', 'rule_too_many'],
    ['of more than a year', 'FREQ=MONTHLY;COUNT=14', 'rule_too_long'],
    ['of more than a year by its last day', 'FREQ=WEEKLY;UNTIL=20280101T000000Z', 'rule_too_long'],
    ['that gives no date', 'FREQ=DAILY;UNTIL=20200101T000000Z', 'rule_empty'],
    ['of a thirtieth of February', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', 'rule_unreadable'],
    ['of another language', 'every tuesday', 'rule_unreadable'],
    ['of a day that is none', 'FREQ=WEEKLY;BYDAY=XX;COUNT=2', 'rule_unreadable'],
    ['with a line of its own', 'FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY', 'rule_unreadable'],
    ['that says a thing twice', 'FREQ=WEEKLY;COUNT=2;COUNT=3', 'rule_unreadable'],
    ['with two ends', 'FREQ=WEEKLY;COUNT=2;UNTIL=20261201T000000Z', 'rule_unreadable'],
    ['by the minute of an hour', 'FREQ=DAILY;BYHOUR=1,2,3;COUNT=5', 'rule_unreadable'],
    ['of four thousand letters', `FREQ=WEEKLY;COUNT=2;BYDAY=${'TU,'.repeat(1300)}TU`, 'rule_unreadable'],
  ])('%s', (_what, rule, refusal) => expect(timingRefusal(evening({ rule }))).toBe(refusal))

  test('whose dates end before they begin, or last for days on end', () => {
    expect(timingRefusal(evening({ endsLocal: '2026-10-18 18:00:00' }))).toBe('ends_before_start')
    expect(timingRefusal(evening({ endsLocal: '2026-10-25 18:00:00' }))).toBe('lasts_too_long')
  })
})

test('a rule whose second date is in twenty thousand years has one', () =>
  expect(locals(evening({ rule: 'FREQ=WEEKLY;INTERVAL=999999;COUNT=500' }))).toEqual(['2026-10-18 18:00:00']))

test('a rule of a year of weeks is accepted, and one of two a week is counted so', () => {
  expect(timingRefusal(evening({ rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=52' }))).toBeNull()
  expect(mostInAWeek(datesUntil(evening({ rule: 'FREQ=WEEKLY;BYDAY=TU,SA;COUNT=9' }), far))).toBe(2)
})

test('one goes where the next date is held, and nowhere when it is held online', () => {
  const usual = { placeLabel: 'La halle', address: null, districtCode: '11' }
  const [activity, gym] = [
    { ...usual, attendance: 'on_site' },
    { ...usual, placeLabel: 'Le gymnase' },
  ]
  const own = { ...gym, state: 'scheduled' }
  const same = { placeLabel: null, address: null, districtCode: null, state: 'scheduled' }
  expect(whereToGo(activity, own)).toEqual(own)
  expect(whereToGo(activity, same)).toBe(activity)
  expect(whereToGo(activity, undefined)).toBe(activity)
  expect(whereToGo(activity, { ...own, state: 'moved_online' })).toBeNull()
  expect(whereToGo({ ...activity, attendance: 'online' }, same)).toBeNull()
  expect(elsewhereOf({ ...own, state: 'moved_online' })).toBeNull()
})

test('the usual place is said as long as one date is there, and that of the next one when none is', () => {
  const usual = { placeLabel: 'La halle', address: null, districtCode: '11', attendance: 'on_site' }
  const same = { placeLabel: null, address: null, districtCode: null, state: 'scheduled' as const }
  const gym = { ...same, placeLabel: 'Le gymnase', districtCode: '19' }
  const placesOf = (...coming: Parameters<typeof placesToGo>[0]['coming']) => {
    const activity = { ...usual, coming }
    const { main, isElsewhere } = placesToGo(activity)
    return [main?.placeLabel ?? null, isElsewhere]
  }
  expect(placesOf()).toEqual(['La halle', false])
  expect(placesOf(same, gym)).toEqual(['La halle', false])
  expect(placesOf(gym, same)).toEqual(['La halle', true])
  expect(placesOf(gym)).toEqual(['Le gymnase', false])
  expect(placesOf(gym, { ...same, state: 'cancelled' })).toEqual(['Le gymnase', false])
  expect(placesOf({ ...gym, state: 'moved_online' })).toEqual([null, false])
  expect(placesOf({ ...gym, state: 'moved_online' }, same)).toEqual(['La halle', true])
})

import { expect, test } from 'vitest'
import { asScript } from '@/components/agir/structured/as-script'
import { activitySaid } from '@/lib/agir/activities/exchange/rules'

type Activity = Parameters<typeof activitySaid>[0]
type Series = Parameters<typeof activitySaid>[1][number]
type Coming = Activity['coming'][number]

const address = 'https://agir.ville.example/activites/chorale'
const startsLocal = '2026-11-25 18:00:00'
const startsAt = new Date('2026-11-25T17:00:00Z')
const endsAt = new Date('2026-11-25T19:00:00Z')

const aDate = (detail: Partial<Coming> = {}): Coming => ({
  ...{ id: 'd1', scheduleId: 's1', originalLocal: startsLocal, startsLocal },
  ...{ startsAt, endsAt, state: 'scheduled', placeLabel: null, address: null, positions: [] },
  ...detail,
})
const said = (activity: Partial<Activity>, ...dates: Partial<Coming>[]) => saidWith([], activity, ...dates)
const saidWith = (series: Series[], activity: Partial<Activity>, ...dates: Partial<Coming>[]) =>
  activitySaid(
    {
      ...{ title: 'Chorale', summary: 'On chante.', locale: 'fr', spoken: [], attendance: 'on_site' },
      ...{ placeLabel: 'Halle', address: '1 rue du Four', latitude: 48.8, longitude: 2.3, price: null },
      ...{ organisation: { name: 'Les Voix' }, organiserName: null },
      ...activity,
      coming: dates.map(aDate),
    },
    series,
    { address, country: 'FR' },
  )

test.each([
  ['scheduled', 'EventScheduled'],
  ['rescheduled', 'EventRescheduled'],
  ['moved_online', 'EventMovedOnline'],
  ['postponed', 'EventPostponed'],
  ['cancelled', 'EventCancelled'],
] as const)('a date that is %s is told to search engines as %s', (state, status) => {
  expect(said({}, { state })).toMatchObject([{ eventStatus: `https://schema.org/${status}` }])
})

test('each date is an event of its own, with its hours, its place, who holds it and what is left', () => {
  const positions = [{ capacity: 10, seatsTaken: 4, hasWaitlist: true }]
  expect(
    said({}, { positions: [] }, { id: 'd2', placeLabel: 'Parc', address: '9 allée des Tilleuls' }),
  ).toMatchObject([
    {
      '@id': `${address}#date-d1`,
      ...{ startDate: '2026-11-25T17:00:00.000Z', endDate: '2026-11-25T19:00:00.000Z', url: address },
      organizer: { '@type': 'Organization', name: 'Les Voix' },
      location: { name: 'Halle', geo: { latitude: 48.8, longitude: 2.3 } },
      ...{ inLanguage: 'fr', isAccessibleForFree: true },
    },
    {
      '@id': `${address}#date-d2`,
      location: { name: 'Parc', address: { streetAddress: '9 allée des Tilleuls' } },
    },
  ])
  expect(JSON.stringify(said({}, { placeLabel: 'Parc' }))).not.toMatch(/48\.8|rue du Four/)
  expect(said({}, { positions })).toMatchObject([{ remainingAttendeeCapacity: 6 }])
  expect(JSON.stringify(said({}, {}))).not.toContain('remainingAttendeeCapacity')
})

test('what is online leads to its page, never to the link by which one joins; what nobody priced is not free', () => {
  const online = { '@type': 'VirtualLocation', url: address }
  expect(said({ attendance: 'online' }, {})).toMatchObject([
    { eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: online },
  ])
  expect(said({ attendance: 'hybrid' }, {})).toMatchObject([{ location: [{ name: 'Halle' }, online] }])
  expect(said({}, { state: 'moved_online' })).toMatchObject([{ location: online }])
  expect(said({ price: '5 €' }, {})).toMatchObject([{ isAccessibleForFree: false }])
  expect(JSON.stringify(said({ price: '' }, {}))).not.toContain('isAccessibleForFree')
  expect(said({ organisation: null, organiserName: 'Inès B.' }, {})).toMatchObject([
    { organizer: { '@type': 'Person', name: 'Inès B.' } },
  ])
})

test('no title ends the block it stands in', () => {
  const [event] = said({ title: '</script><script>x()</script><!--' }, {})
  const script = asScript(event!)
  expect(script).not.toMatch(/[<>]/)
  expect(JSON.parse(script)).toMatchObject({ name: '</script><script>x()</script><!--' })
})

const aSeries = (detail: Partial<Series> = {}): Series => ({
  ...{ id: 's1', zone: 'Europe/Paris', startsLocal, endsLocal: '2026-11-25 20:00:00', exceptions: [] },
  rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=5',
  ...detail,
})

test('what comes back is a series with its rule, and its dates are part of it', () => {
  expect(saidWith([aSeries()], {}, {}, { id: 'd2', scheduleId: 'alone' })).toMatchObject([
    {
      '@type': 'EventSeries',
      '@id': `${address}#series-s1`,
      ...{ name: 'Chorale', startDate: '2026-11-25', endDate: '2026-12-23', location: { name: 'Halle' } },
      eventSchedule: {
        '@type': 'Schedule',
        ...{ repeatFrequency: 'P1W', byDay: ['https://schema.org/Wednesday'], repeatCount: 5 },
        ...{ startDate: '2026-11-25', endDate: '2026-12-23', startTime: '18:00:00', endTime: '20:00:00' },
        ...{ duration: 'PT2H', scheduleTimezone: 'Europe/Paris' },
      },
    },
    { '@id': `${address}#date-d1`, superEvent: { '@id': `${address}#series-s1` } },
    { '@id': `${address}#date-d2` },
  ])
  expect(JSON.stringify(saidWith([aSeries()], {}, {}))).not.toContain('exceptDate')
  expect(JSON.stringify(said({}, {}))).not.toMatch(/superEvent|eventSchedule/)
})

test('a series is said but for what was left out, called off or moved, at its own hour in winter and summer', () => {
  const written = (day: string, detail: Partial<Coming>) => {
    const local = `${day} 18:00:00`
    return { originalLocal: local, startsLocal: local, ...detail }
  }
  const [series] = saidWith(
    [aSeries({ rule: 'FREQ=WEEKLY;COUNT=30', exceptions: ['2026-12-02 18:00:00'] })],
    {},
    written('2026-12-09', { state: 'cancelled' }),
    written('2026-12-16', { state: 'postponed' }),
    written('2026-12-23', { state: 'rescheduled', startsLocal: '2026-12-24 18:00:00' }),
    written('2027-03-31', { state: 'cancelled' }),
    written('2026-12-30', { state: 'moved_online' }),
    written('2027-01-06', { scheduleId: 'another', state: 'cancelled' }),
  )
  const left = ['2026-12-02T17', '2026-12-09T17', '2026-12-16T17', '2026-12-23T17', '2027-03-31T16']
  expect(series).toMatchObject({
    endDate: '2027-06-16',
    eventSchedule: {
      byDay: ['https://schema.org/Wednesday'],
      exceptDate: left.map((hour) => `${hour}:00:00.000Z`),
    },
  })
})

test.each([
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;COUNT=4', 'P2W', { byDay: ['Wednesday', 'Friday'].map(named) }],
  ['FREQ=MONTHLY;BYDAY=4WE;UNTIL=20270331T215959Z', 'P1M', { byDay: ['4WE'] }],
  ['FREQ=MONTHLY;BYDAY=-1WE;COUNT=3', 'P1M', { byDay: ['-1WE'], repeatCount: 3 }],
  ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', 'P1M', { byMonthDay: [-1] }],
  ['FREQ=DAILY;COUNT=3', 'P1D', { endDate: '2026-11-27' }],
])('%s comes back every %s', (rule, repeatFrequency, detail) => {
  expect(saidWith([aSeries({ rule })], {})).toMatchObject([{ eventSchedule: { repeatFrequency, ...detail } }])
})

function named(day: string) {
  return `https://schema.org/${day}`
}

test('a rule that schema.org has no words for is told by its dates alone', () => {
  const series = aSeries({ rule: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3' })
  expect(saidWith([series, aSeries({ rule: null })], {}, {})).toMatchObject([{ '@type': 'Event' }])
})

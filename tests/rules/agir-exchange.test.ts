import { expect, test } from 'vitest'
import { asScript } from '@/components/agir/structured/as-script'
import { eventsOf } from '@/lib/agir/activities/exchange/rules'

type Activity = Parameters<typeof eventsOf>[0]
type Coming = Activity['coming'][number]

const address = 'https://agir.ville.example/activites/chorale'
const startsAt = new Date('2026-11-25T17:00:00Z')
const endsAt = new Date('2026-11-25T19:00:00Z')

const aDate = (detail: Partial<Coming> = {}): Coming => ({
  ...{ id: 'd1', startsAt, endsAt, state: 'scheduled', placeLabel: null, address: null, positions: [] },
  ...detail,
})
const said = (activity: Partial<Activity>, ...dates: Partial<Coming>[]) =>
  eventsOf(
    {
      ...{ title: 'Chorale', summary: 'On chante.', locale: 'fr', spoken: [], attendance: 'on_site' },
      ...{ placeLabel: 'Halle', address: '1 rue du Four', latitude: 48.8, longitude: 2.3, price: null },
      ...{ organisation: { name: 'Les Voix' }, organiserName: null },
      ...activity,
      coming: dates.map(aDate),
    },
    address,
    'FR',
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

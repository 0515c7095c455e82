import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { listWeek } from '@/lib/agir/agenda/queries'
import { listActivitySpots } from '@/lib/agir/atlas/queries'
import { listActivities } from '@/lib/agir/finding/queries'
import { type Filters, noFilters } from '@/lib/agir/finding/rules'
import { findAgirOverview } from '@/lib/agir/overview/queries'
import { inTenant } from '@/lib/db'
import type { Tenant } from '@/tenants/tenant'
import { aDate, anActivity, anOrganisation } from '../support/agir'
import { aCity, publish } from '../support/new-cities'

const now = new Date('2026-11-21T12:00:00Z')
const soon = new Date('2026-11-25T17:00:00Z')

async function newCity(): Promise<Tenant> {
  const city = aCity()
  await publish(city)
  return city
}

async function titles(city: Tenant, asked: Partial<Filters> = {}, at = now): Promise<string[]> {
  const { cards } = await listActivities(city, { ...noFilters, ...asked }, at)
  return cards.map(({ title }) => title)
}

async function held(
  city: Tenant,
  title: string,
  startsAt: Date,
  detail: Parameters<typeof anActivity>[1] = {},
) {
  const activity = await anActivity(city, { title, ...detail })
  return { ...activity, date: await aDate(city, activity.id, startsAt) }
}

test('edge 15: what begins late in the evening is found that day, and not the next morning', async () => {
  const city = await newCity()
  const night = new Date('2026-11-21T22:30:00Z')
  const { id } = await anActivity(city, { title: 'Veillée' })
  await aDate(city, id, night, { endsAt: new Date('2026-11-22T00:00:00Z') })
  expect(await titles(city, { preset: 'today' })).toEqual(['Veillée'])
  expect(await titles(city, { preset: 'evening' })).toEqual(['Veillée'])
  const morning = new Date('2026-11-22T08:00:00Z')
  expect(await titles(city, { preset: 'today' }, morning)).toEqual([])
})

test('each activity is there once, with the next of its dates that passes', async () => {
  const city = await newCity()
  const { id } = await anActivity(city, { title: 'Chorale' })
  await aDate(city, id, new Date('2026-11-20T18:00:00Z'))
  const cancelled = { state: 'cancelled', reason: 'Salle fermée' } as const
  await aDate(city, id, new Date('2026-11-22T18:00:00Z'), cancelled)
  await aDate(city, id, new Date('2026-11-23T18:00:00Z'))
  await aDate(city, id, new Date('2026-11-30T18:00:00Z'))
  const { cards, total } = await listActivities(city, noFilters, now)
  expect(total).toBe(1)
  expect(cards).toMatchObject([{ laterDates: 1, date: { startsAt: new Date('2026-11-23T18:00:00Z') } }])
  const week = await listWeek(city, noFilters, ['2026-11-22', '2026-11-23', '2026-11-24'], now)
  expect(week.map(({ dates }) => dates.map(({ date }) => date!.state))).toEqual([
    ['cancelled'],
    ['scheduled'],
    [],
  ])
})

test('what is not approved, not shown, postponed, or by whom is suspended is not there', async () => {
  const city = await newCity()
  const gone = await anOrganisation(city, { state: 'suspended' })
  await held(city, 'À relire', soon, { moderation: 'submitted', publication: 'unpublished' })
  await held(city, 'Masquée', soon, { moderation: 'hidden' })
  await held(city, 'Archivée', soon, { publication: 'archived' })
  await held(city, 'Suspendue', soon, { organisationId: gone.id })
  const later = await anActivity(city, { title: 'Reportée' })
  await aDate(city, later.id, soon, { state: 'postponed', reason: 'Pluie' })
  await anActivity(city, { title: 'Sans date' })
  await anActivity(city, { title: 'Besoin durable', kind: 'standing_need' })
  expect(await titles(city)).toEqual(['Besoin durable'])
  expect(await titles(city, { preset: 'week' })).toEqual([])
})

test('another city’s activities are not there', async () => {
  const [here, there] = [await newCity(), await newCity()]
  await held(there, 'Ailleurs', soon)
  expect(await titles(here)).toEqual([])
  expect(await titles(here, { words: 'ailleurs' })).toEqual([])
})

test('words are found whatever their accents, their ending or a slip of the finger', async () => {
  const city = await newCity()
  const { slug } = await held(city, 'Réparer des vélos', soon, { placeLabel: 'Halle Pajol' })
  await held(city, 'Chanter', soon)
  for (const words of ['velo', 'vélos', 'reparation velo', 'pajol', 'répaerr'])
    expect(await titles(city, { words }), words).toContain('Réparer des vélos')
  await inTenant(city, (db) =>
    db.execute(sql`update activities set publication = 'archived' where slug = ${slug}`),
  )
  expect(await titles(city, { words: 'vélo' })).toEqual([])
})

describe('on one page', () => {
  test('an organiser has two activities and a link to the others, in the order of the dates', async () => {
    const city = await newCity()
    const large = await anOrganisation(city)
    const day = (n: number) => new Date(soon.getTime() + n * 86_400_000)
    for (const n of [0, 1, 2, 3, 4]) await held(city, `Grande ${n}`, day(n), { organisationId: large.id })
    const small = await anOrganisation(city)
    await held(city, 'Petite', day(6), { organisationId: small.id })
    const { cards, total } = await listActivities(city, noFilters, now)
    expect(total).toBe(6)
    expect(cards.map(({ title, others }) => [title, others])).toEqual([
      ['Grande 0', 0],
      ['Grande 1', 3],
      ['Petite', 0],
    ])
    expect(await titles(city, { like: cards[1]!.slug })).toHaveLength(5)
  })

  test('pages follow one another without a gap or a repeat, and lead back', async () => {
    const city = await newCity()
    for (const n of [0, 1, 2, 3, 4]) await held(city, `N${n}`, soon)
    const first = await listActivities(city, noFilters, now, 2)
    const second = await listActivities(city, { ...noFilters, cursor: first.after }, now, 2)
    const third = await listActivities(city, { ...noFilters, cursor: second.after }, now, 2)
    const all = [first, second, third].flatMap(({ cards }) => cards.map(({ title }) => title))
    expect([...all].sort()).toEqual(['N0', 'N1', 'N2', 'N3', 'N4'])
    expect([first.before, third.after]).toEqual([null, null])
    const back = await listActivities(city, { ...noFilters, cursor: second.before }, now, 2)
    expect(back.cards.map(({ id }) => id)).toEqual(first.cards.map(({ id }) => id))
  })
})

test('each condition keeps what fulfils it, and each choice says how much it would show', async () => {
  const city = await newCity()
  const [one, other] = city.themes.map(({ id }) => id)
  const near = { latitude: 46.9218, longitude: 2.0412 }
  await held(city, 'Ouverte', soon, {
    ...near,
    themeIds: [one!],
    accessibility: { mobility: 'yes' },
    spoken: ['fr', 'ar'],
  })
  const closed = {
    themeIds: [one!, other!],
    minors: 'excluded',
    price: '5 €',
    latitude: 47.5,
    longitude: 2.04,
  } as const
  const { date } = await held(city, 'Fermée', soon, {
    ...closed,
    themeIds: [...closed.themeIds],
    attendance: 'online',
  })
  await inTenant(city, (db) =>
    db.execute(sql`update positions set seats_taken = capacity where occurrence_id = ${date.id}`),
  )
  const found = (asked: Partial<Filters>) => titles(city, asked)
  const around = { ...near, districtCode: null, metres: 2000 }
  for (const asked of [
    { needs: ['mobility'] },
    { languages: ['ar'] },
    { extras: ['room'] },
    { extras: ['free'] },
    { extras: ['minors'] },
    { near: around },
  ] as Partial<Filters>[])
    expect(await found(asked), JSON.stringify(asked)).toEqual(['Ouverte'])
  expect(await found({ extras: ['online'] })).toEqual(['Fermée'])
  const { facets } = await listActivities(city, { ...noFilters, themes: [other!] }, now)
  expect(facets).toMatchObject({ total: 1, themes: { [one!]: 2, [other!]: 1 } })
  const spots = await listActivitySpots(city, noFilters, { square: 0.01, now })
  expect(spots.map(({ count }) => count)).toEqual([1])
})

test('one of the six places of the week on the home is kept for who began to organise lately', async () => {
  const city = await newCity()
  const week = async () => (await findAgirOverview(city, now)).week.cards.map(({ title }) => title)
  const announced = async (title: string, day: number, publishedAt: Date) => {
    const { id: organisationId } = await anOrganisation(city)
    await held(city, title, new Date(`2026-11-${day}T17:00:00Z`), { organisationId, publishedAt })
    return organisationId
  }
  const longAgo = new Date('2026-03-01T10:00:00Z')
  for (const turn of [1, 2, 3, 4, 5, 6, 7]) await announced(`Ancienne ${turn}`, 22, longAgo)
  const usual = await week()
  expect(usual).toHaveLength(6)

  const lately = new Date('2026-11-10T10:00:00Z')
  const organisationId = await announced('Nouvelle', 26, lately)
  expect(await week()).toEqual([...usual.slice(0, 5), 'Nouvelle'])

  await held(city, 'Plus tôt', new Date('2026-03-08T10:00:00Z'), { organisationId, publishedAt: longAgo })
  expect(await week()).toEqual(usual)
})

import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { listSpots } from '@/lib/ideas/atlas/queries'
import { readFilters, writeFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { type Sort, sorts } from '@/lib/ideas/listing/rules'
import { type Shelf, shelves } from '@/lib/ideas/rules'
import { paris } from '@/tenants/paris'
import type { Tenant } from '@/tenants/tenant'
import { anIdea } from '../support/factories'
import { goes } from '../support/histories'

const city: Tenant = { ...paris, id: `liste-${process.pid}` }
const day = 86_400_000
const [first, second] = paris.themes.map(({ id }) => id)
const seed = 20260301

const read = (query: Record<string, string | string[]>, of = city) => readFilters(query, of, seed)
const list = (query: Record<string, string | string[]> = {}, size?: number) =>
  listIdeas(city, read(query), size)
const titles = (listing: { cards: { title: string }[] }) => listing.cards.map(({ title }) => title)

beforeAll(async () => {
  await withRules(city)
  const now = Date.now()
  for (let place = 0; place < 30; place++)
    await anIdea(city, {
      title: `Idée ${String(place).padStart(2, '0')}`,
      body: 'Un texte qui parle de tout et de rien. '.repeat(6),
      themeId: place % 2 ? first : second,
      districtCode: String((place % 3) + 1),
      latitude: 48.85 + place / 1000,
      longitude: 2.35,
      supportCount: place * 10,
      publishedAt: new Date(now - (place + 1) * day),
      deadlineAt: new Date(now + (place + 1) * day),
      ...(place % 5 === 0 ? { collection: 'expired' as const, expiredAt: new Date(now) } : {}),
      ...(place === 7 ? { publication: 'withdrawn' as const, collection: 'closed' as const } : {}),
    })
})

function withRules(of: Tenant) {
  return inTenant(of, (db) =>
    db.execute(sql`insert into rule_sets (version, rules, threshold, time_zone, digest, reason, author, valid_from)
      values (1, ${JSON.stringify(paris.ideas)}::jsonb, 1500, 'Europe/Paris', 'x', 'x', 'x', now()) on conflict do nothing`),
  )
}

describe('whatever the filters and the order', () => {
  const chosen: Record<string, string | string[]>[] = [
    {},
    { theme: first! },
    { district: ['1', '2'] },
    { etat: 'en-cours' },
    { theme: second!, district: '1', etat: ['en-cours', 'terminees'] },
    { etat: 'a-l-etude' },
    { q: 'texte' },
    { q: 'idee', theme: first! },
    { lat: '48.855', lon: '2.35' },
    { lat: '48.855', lon: '2.35', q: 'texte', etat: 'en-cours' },
  ]
  const cases = chosen.flatMap((query) =>
    (Object.keys(sorts) as Sort[]).map((sort) => ({ ...query, tri: sorts[sort] })),
  )

  test.each(cases)('%o: pages put end to end hold each idea once, as many as were counted', async (query) => {
    const seen: string[] = []
    let address = read(query)
    let total = -1
    for (let pages = 0; pages < 12; pages++) {
      const { cards, total: counted, after } = await listIdeas(city, address, 4)
      total = counted!.count
      seen.push(...cards.map(({ id }) => id))
      if (!after) break
      const next = new URLSearchParams(writeFilters(address, {}, after))
      address = read(Object.fromEntries([...next.keys()].map((name) => [name, next.getAll(name)])))
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(total)
  })
})

test('what each choice announces is what it shows', async () => {
  const { facets, total } = await list()
  expect(total).toEqual({ count: 30, atLeast: false })
  for (const theme of [first!, second!])
    expect((await list({ theme })).total!.count).toBe(facets!.themes[theme])
  for (const district of ['1', '2', '3'])
    expect((await list({ district })).total!.count).toBe(facets!.districts[district])
  const shown: Partial<Record<Shelf, number>> = {}
  for (const shelf of shelves)
    shown[shelf] = (await listIdeas(city, { ...read({}), shelves: [shelf] })).total!.count
  expect(shown).toEqual(facets!.shelves)
})

describe('the order', () => {
  test('closing soon: what still collects, by its last day, then what is over', async () => {
    const { cards } = await list({ tri: 'bientot-closes' }, 30)
    const open = cards.filter(({ collection }) => collection === 'open')
    expect(cards.slice(0, open.length)).toEqual(open)
    expect(open.map(({ deadlineAt }) => deadlineAt!.getTime())).toEqual(
      open.map(({ deadlineAt }) => deadlineAt!.getTime()).toSorted((one, other) => one - other),
    )
  })
  test('new', async () =>
    expect(titles(await list({ tri: 'nouvelles' }, 3))).toEqual(['Idée 00', 'Idée 01', 'Idée 02']))
  test('most supported', async () =>
    expect(titles(await list({ tri: 'plus-soutenues' }, 3))).toEqual(['Idée 29', 'Idée 28', 'Idée 27']))
  test('nearest', async () =>
    expect(titles(await list({ lat: '48.850', lon: '2.35' }, 3))).toEqual(['Idée 00', 'Idée 01', 'Idée 02']))
  test('by lot: the same all day for everyone, another the next day', async () => {
    const draw = (of: number) => listIdeas(city, { ...read({ tri: 'hasard' }), seed: of }, 30)
    expect(titles(await draw(20260301))).toEqual(titles(await draw(20260301)))
    expect(titles(await draw(20260301))).not.toEqual(titles(await draw(20260302)))
  })
})

test('pages hold while counts move: nothing that stays in place is lost or seen twice', async () => {
  const moving: Tenant = { ...paris, id: `liste-mobile-${process.pid}` }
  await withRules(moving)
  const made: { id: string }[] = []
  for (let place = 0; place < 12; place++) made.push(await anIdea(moving, { supportCount: 100 - place }))
  const one = await listIdeas(moving, read({ tri: 'plus-soutenues' }, moving), 5)
  await inTenant(moving, (db) =>
    db.execute(sql`update ideas set support_count = 500 where id = ${made[11]!.id}`),
  )
  const two = await listIdeas(moving, { ...read({ tri: 'plus-soutenues' }, moving), cursor: one.after }, 10)
  const seen = [...one.cards, ...two.cards].map(({ id }) => id)
  expect(seen).toEqual(made.slice(0, 11).map(({ id }) => id))
})

test('going back shows the page one came from', async () => {
  const one = await list({ tri: 'nouvelles' }, 10)
  const two = await listIdeas(city, { ...read({ tri: 'nouvelles' }), cursor: one.after }, 10)
  const back = await listIdeas(city, { ...read({ tri: 'nouvelles' }), cursor: two.before }, 10)
  expect(titles(back)).toEqual(titles(one))
  expect(back.before).toBeNull()
})

test('a count of ideas is right after every way an idea may change', async () => {
  const changing: Tenant = { ...paris, id: `liste-comptes-${process.pid}` }
  await withRules(changing)
  const { id } = await anIdea(changing, { themeId: first! })
  const facets = async () => (await listIdeas(changing, read({}, changing))).facets!
  expect(await facets()).toMatchObject({ total: 1, shelves: { open: 1 } })
  await goes(changing, id, 'expire')
  expect(await facets()).toMatchObject({ total: 1, shelves: { open: 0, expired: 1 } })
  await inTenant(changing, (db) => db.execute(sql`select app.gather_tallies()`))
  expect(await facets()).toMatchObject({ total: 1, shelves: { open: 0, expired: 1 } })
  await goes(changing, id, 'hide')
  expect(await facets()).toMatchObject({ total: 0, themes: {} })
})

test('a city with nothing shows nothing', async () => {
  const empty: Tenant = { ...paris, id: `liste-vide-${process.pid}` }
  expect(await listIdeas(empty, read({}, empty))).toMatchObject({
    cards: [],
    total: { count: 0 },
    after: null,
  })
})

test('the map holds every idea that has a point, however they are gathered', async () => {
  for (const square of [0.0005, 0.01, 1]) {
    const spots = await listSpots(city, read({}), square)
    expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(30)
  }
  const [spot] = await listSpots(city, read({ theme: first!, q: 'idee' }), 10)
  expect(spot).toMatchObject({ count: 15, ideas: [] })
})

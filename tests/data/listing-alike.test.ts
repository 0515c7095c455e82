import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { readFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { type Cursor, type Filters, sorts } from '@/lib/ideas/listing/rules'
import { shelves } from '@/lib/ideas/rules'
import { paris } from '@/tenants/paris'
import type { Tenant } from '@/tenants/tenant'
import { manyIdeas } from '../support/factories'
import {
  detailOf,
  here,
  hereCode,
  inOrder,
  keys,
  lookedAt,
  readRows,
  type Row,
  themesUsed,
} from '../support/listed-ideas'

const city: Tenant = { ...paris, id: `liste-semblable-${process.pid}` }
const seed = 20260301
const size = 300
const made = 2600
const [first, second, third] = themesUsed

let rows: Row[]

beforeAll(async () => {
  await inTenant(city, (db) =>
    db.execute(sql`insert into rule_sets (version, rules, threshold, time_zone, digest, reason, author, valid_from)
      values (1, '{}', 1500, 'Europe/Paris', 'x', 'x', 'x', now()) on conflict do nothing`),
  )
  await manyIdeas(
    city,
    Array.from({ length: made }, (_, at) => detailOf(at)),
  )
  rows = await readRows(city, seed)
})

const expectedOf = (filters: Filters) => lookedAt(rows, filters)

/** Every page from the first to the last, and from there back to the first. */
async function walk(filters: Filters) {
  const pages = async (cursor: Cursor | null, to: 'before' | 'after') => {
    const read: string[][] = []
    let next = cursor
    do {
      const page = await listIdeas(city, { ...filters, cursor: next }, size)
      read.push(page.cards.map(({ id }) => id))
      next = page[to]
      last = to === 'after' ? page : last
    } while (next && read.length < 20)
    return read
  }
  let last: Awaited<ReturnType<typeof listIdeas>> | undefined
  const forwards = await pages(null, 'after')
  const back = last!.before ? await pages(last!.before, 'before') : []
  return { forwards: forwards.flat(), back: [...back.toReversed().flat(), ...forwards.at(-1)!], last: last! }
}

const anything = { themes: [], districts: [], shelves: [], near: null }
type Query = Record<string, string | string[]>
const chosen: Query[] = [
  {},
  { theme: first, district: ['5', hereCode], etat: ['en-cours', 'terminees'] },
  { etat: 'retirees' },
  ...['quartier', 'kiosque', 'ponton', 'funiculaire', 'quartier kiosque'].flatMap((q): Query[] => [
    { q },
    { q, ...here },
    { q, theme: [first, second], etat: 'en-cours' },
    { q, ...here, district: ['6', hereCode], etat: 'terminees' },
  ]),
  here,
  { ...here, theme: second, district: '7', etat: ['en-cours', 'retirees'] },
]
const ordered = Object.keys(keys) as (keyof typeof keys)[]
const cases = chosen.flatMap((query) =>
  ordered.filter((sort) => sort !== 'near' || query.lat).map((sort) => ({ ...query, tri: sorts[sort] })),
)

describe('a list holds what it would if each idea were looked at', () => {
  test.each(cases)('%o', async (query) => {
    const filters = readFilters(query, city, seed)
    const expected = inOrder(filters.sort as keyof typeof keys, expectedOf(filters))
    const ids = expected.map(({ id }) => id)
    const { forwards, back, last } = await walk(filters)
    expect(forwards).toEqual(ids)
    expect(back).toEqual(ids)
    if (last.total?.atLeast === false) expect(last.total.count).toBe(ids.length)
    if (!last.total || last.total.atLeast)
      expect(expectedOf({ ...filters, ...anything }).length).toBeGreaterThan(2000)
  })
})

test.each(chosen)('%o: each choice announces as many as it would show', async (query) => {
  const filters = readFilters(query, city, seed)
  const { facets } = await listIdeas(city, filters, 1)
  if (!facets) return expect(query.q).toMatch('quartier')
  const count = (change: Partial<Filters>) => expectedOf({ ...filters, ...change }).length
  for (const shelf of shelves) expect(facets.shelves[shelf]).toBe(count({ shelves: [shelf] }))
  for (const theme of [first, second, third])
    expect(facets.themes[theme] ?? 0).toBe(count({ themes: [theme] }))
  for (const code of ['5', '6', '9', hereCode])
    expect(facets.districts[code] ?? 0).toBe(count({ districts: [code] }))
})

describe('the closest matches come first', () => {
  test.each([{ q: 'kiosque' }, { q: 'kiosque', ...here }, { q: 'ponton', theme: first, etat: 'en-cours' }])(
    '%o',
    async (query) => {
      const filters = readFilters({ ...query, tri: sorts.relevance }, city, seed)
      const ranks = await ranksOf(query.q)
      const expected = expectedOf(filters).toSorted(
        (one, other) => ranks.get(other.id)! - ranks.get(one.id)! || (one.id < other.id ? -1 : 1),
      )
      const { forwards, back } = await walk(filters)
      expect(forwards).toEqual(expected.map(({ id }) => id))
      expect(back).toEqual(forwards)
    },
  )

  test('also of a word so common that its ideas are not counted, each of them once', async () => {
    const filters = readFilters({ q: 'quartier', tri: sorts.relevance }, city, seed)
    const { forwards, back } = await walk(filters)
    expect(forwards.length).toBeGreaterThan(2000)
    expect(new Set(forwards).size).toBe(forwards.length)
    expect(back).toEqual(forwards)
  })
})

async function ranksOf(words: string): Promise<Map<string, number>> {
  const locales = sql`array[${sql.join(
    city.locales.map((locale) => sql`${locale}`),
    sql`, `,
  )}]::text[]`
  const found = await inTenant(city, (db) =>
    db.execute<{ id: string; rank: number }>(sql`
      select idea_id as id, case when title_words @@ sought then 1 + ts_rank(title_words, sought, 1) else 0 end as rank
      from idea_words, (select app.query_of(${words}, ${locales}) as sought offset 0) typed`),
  )
  return new Map(found.map(({ id, rank }) => [id, rank]))
}

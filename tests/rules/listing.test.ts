import { describe, expect, test } from 'vitest'
import { readCursor, readFilters, writeCursor, writeFilters } from '@/lib/ideas/listing/input'
import {
  type Cell,
  type Cursor,
  facetsOf,
  type Filters,
  pageAround,
  seedOf,
  statesOn,
} from '@/lib/ideas/listing/rules'
import { paris } from '@/tenants/paris'

const seed = 20260301
const read = (query: Record<string, string | string[]>) => readFilters(query, paris, seed)
const theme = paris.themes[0]!.id
const district = paris.territory.districts[0]!.code
const open = { publication: 'published', collection: 'open', examination: 'none', delivery: 'none' } as const
const id = '5a7e0f5e-5f8e-4c1b-9a3c-0d6f1f1c2b3a'

describe('what an address asks of the list', () => {
  test('is everything when it asks nothing', () => {
    expect(read({})).toMatchObject({
      words: null,
      themes: [],
      near: null,
      sort: 'closing',
      seed,
      cursor: null,
    })
  })

  test('is written back as it was read', () => {
    const address = `?q=v%C3%A9lo&theme=${theme}&district=${district}&etat=en-cours&tri=plus-soutenues`
    const query = Object.fromEntries(new URLSearchParams(address))
    expect(writeFilters(read(query))).toBe(address)
  })

  test('is by relevance when there are words, by distance when there is a place', () => {
    expect(read({ q: 'vélo' }).sort).toBe('relevance')
    expect(read({ lat: '48.86', lon: '2.35' }).sort).toBe('near')
    expect(read({ tri: 'pertinence' }).sort).toBe('closing')
    expect(read({ tri: 'proches' }).sort).toBe('closing')
  })

  test('knows where one is to a hundred metres and no better', () => {
    expect(read({ lat: '48.856614', lon: '2.3522219' }).near).toEqual({
      latitude: 48.857,
      longitude: 2.352,
      districtCode: '4',
    })
  })
})

describe('an address meant to do harm asks nothing', () => {
  const harmful: Record<string, string>[] = [
    { tri: '(select pg_sleep(3))' },
    { tri: 'created_at;drop table ideas' },
    { tri: '(case when (select 1)=1 then id else title end)' },
    { theme: "' or 1=1--" },
    { etat: 'open); delete from ideas; --' },
    { district: '\u0000' },
    { q: '\\' },
    { q: '\u0000' },
    { q: "%'--" },
    { apres: 'eyJ4Ijox' },
    { apres: 'a'.repeat(50_000) },
    { lat: 'NaN', lon: 'Infinity' },
    { lat: '1e9', lon: '2' },
    { page: '1e9' },
  ]
  test.each(harmful)('%o', (query) => expect(read(query)).toEqual(read({})))

  test('nor does one that is very long take long', () => {
    const began = performance.now()
    for (const value of [
      'a'.repeat(50_000) + '!',
      '('.repeat(50_000),
      'ﷺ'.repeat(10_000),
      'a b c '.repeat(1000),
    ])
      read({ q: value, theme: value, tri: value, apres: value, lat: value, lon: value })
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('a cursor', () => {
  const cursor: Cursor = { sort: 'new', seed, key: -1234.567891, id, back: false }

  test('finds its place again to the last digit', () => {
    expect(readCursor(writeCursor(cursor), 'new')).toEqual(cursor)
  })
  test('is of no use in another order', () => expect(readCursor(writeCursor(cursor), 'supported')).toBeNull())
  test.each(['', 'x', '[]', 'bnVsbA', Buffer.from(`["new",${seed},null,"${id}"]`).toString('base64url')])(
    'that was not given out is refused: %s',
    (text) => expect(readCursor(text, 'new')).toBeNull(),
  )
  test('keeps the draw of the day it began on', () => {
    const begun = writeCursor({ ...cursor, sort: 'random', seed: 20260228 })
    expect(readFilters({ tri: 'hasard', apres: begun }, paris, 20260301).seed).toBe(20260228)
  })
})

describe('what each choice would show', () => {
  const cells: Cell[] = [
    { ...open, themeId: 'a', districtCode: '1', count: 5 },
    { ...open, themeId: 'b', districtCode: '1', count: 3 },
    { ...open, collection: 'expired', themeId: 'a', districtCode: '2', count: 2 },
    { ...open, publication: 'withdrawn', collection: 'closed', themeId: null, districtCode: null, count: 1 },
  ]
  const filters = (some: Partial<Filters>): Filters => ({ ...read({}), ...some })

  test('counts all when nothing is chosen', () => {
    expect(facetsOf(cells, filters({}))).toMatchObject({
      total: 11,
      themes: { a: 7, b: 3 },
      districts: { 1: 8, 2: 2 },
      shelves: { open: 8, expired: 2, closed: 1, reached: 0 },
    })
  })

  test('keeps the other groups as chosen, and its own free', () => {
    expect(facetsOf(cells, filters({ themes: ['a'], shelves: ['open'] }))).toMatchObject({
      total: 5,
      themes: { a: 5, b: 3 },
      districts: { 1: 5 },
      shelves: { open: 5, expired: 2 },
    })
  })

  test('edge 30: finds what lies between two districts in both, and counts it once', () => {
    const between: Cell = { ...open, themeId: 'a', districtCode: '1', secondDistrictCode: '2', count: 1 }
    const facets = facetsOf([...cells, between], filters({ districts: ['2'] }))
    expect(facets).toMatchObject({ total: 3, districts: { 1: 9, 2: 3 } })
    expect(facetsOf([between], filters({})).total).toBe(1)
  })

  test('looks only for states there are', () => {
    expect(statesOn(['expired', 'studied'], cells)).toEqual([{ ...open, collection: 'expired' }])
    expect(statesOn(['studied'], cells)).toEqual([])
  })
})

describe('a page of the list', () => {
  const marks = [1, 2, 3].map((key) => ({ key, id }))
  const from = (back: boolean): Cursor => ({ sort: 'closing', seed, key: 0, id, back })

  test('leads on when there is more', () => {
    const { shown, before, after } = pageAround(marks, read({}), 2)
    expect(shown.map(({ key }) => key)).toEqual([1, 2])
    expect([before, after?.key]).toEqual([null, 2])
  })
  test('read backwards is shown forwards', () => {
    const { shown, before, after } = pageAround(marks, { ...read({}), cursor: from(true) }, 2)
    expect(shown.map(({ key }) => key)).toEqual([2, 1])
    expect([before?.key, after?.key]).toEqual([2, 1])
  })
  test('with nothing leads nowhere', () => {
    expect(pageAround([], read({}), 2)).toEqual({ shown: [], before: null, after: null })
  })
})

test('the draw changes each day, for everyone at once', () => {
  expect(seedOf(new Date('2026-03-01T23:59:59Z'))).toBe(20260301)
  expect(seedOf(new Date('2026-03-02T00:00:00Z'))).toBe(20260302)
})

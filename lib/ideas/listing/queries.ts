import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { ideaTallies } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { cardsOf, type IdeaCard } from '../cards/queries'
import {
  type Cell,
  type Cursor,
  facetsOf,
  type Facets,
  type Filters,
  type Mark,
  nearby,
  pageAround,
  type Sort,
  statesOn,
} from './rules'

type City = Pick<Tenant, 'id' | 'locales'>

export type Listing = {
  cards: (IdeaCard & { key: number })[]
  /** Null when there are too many to have counted those that pass the filters; `atLeast`, to have counted them all. */
  total: { count: number; atLeast: boolean } | null
  /** Null when there are too many to count what each choice would show. */
  facets: Facets | null
  before: Cursor | null
  after: Cursor | null
}

/** A search that finds more is one for a common word: its ideas are met one after the other, and no longer counted. */
const mostFound = 2000

/** One page of the city's ideas, in the order asked for, and how many each other choice would show. */
export function listIdeas(tenant: City, filters: Filters, size = 24): Promise<Listing> {
  return inTenant(tenant, async (db) => {
    const all = await tallies(db)
    const counted = filters.words || filters.near ? await cellsWhere(db, tenant, filters) : all
    const isCommon = counted !== all && sizeOf(counted) > mostFound
    const facets = isCommon ? null : facetsOf(counted, filters)
    const wanted = choices(filters, all)
    const found = wanted ? await pageOf(db, narrowing(tenant, filters, isCommon), filters, wanted, size) : []
    const { shown, ...neighbours } = pageAround(found, filters, size)
    return { cards: await cardsOf(db, shown), total: totalOf(facets, filters), facets, ...neighbours }
  })
}

function totalOf(facets: Facets | null, filters: Filters): Listing['total'] {
  if (facets) return { count: facets.total, atLeast: false }
  return isChosen(filters) ? null : { count: mostFound, atLeast: true }
}

function isChosen({ themes, districts, shelves }: Filters): boolean {
  return themes.length + districts.length + shelves.length > 0
}

function sizeOf(cells: Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}

/** The sum of what was counted as ideas changed: no idea is looked at. */
export function tallies(db: Db): Promise<Cell[]> {
  const { themeId, districtCode, secondDistrictCode, publication, collection, examination, delivery } =
    ideaTallies
  const place = { districtCode, secondDistrictCode }
  const cell = { themeId, ...place, publication, collection, examination, delivery }
  const count = sql<number>`sum(${ideaTallies.change})::int`
  return db
    .select({ ...cell, count })
    .from(ideaTallies)
    .groupBy(...Object.values(cell))
    .having(sql`sum(${ideaTallies.change}) > 0`)
}

export const listed = sql`publication in ('published', 'withdrawn', 'merged')`

type Narrowing = { join: SQL; where: SQL; isRanked: boolean }

/**
 * The words and the place searched for. What is found by a rare word is joined; for a common one, and around a place, each
 * idea met is asked whether it has the word: by then only few are looked at.
 */
export function narrowing(tenant: City, filters: Filters, isCommon = false): Narrowing {
  const { words, near, sort } = filters
  const locales = sql.join(
    tenant.locales.map((locale) => sql`${locale}`),
    sql`, `,
  )
  const typed = sql`${words}, array[${locales}]::text[]`
  const isAsked = near !== null || (isCommon && (sort !== 'relevance' || isChosen(filters)))
  const hasWords = sql`and (select coalesce(words @@ (select app.query_of(${typed})), true) from idea_words where idea_id = ideas.id)`
  const isNear =
    near &&
    sql`and (${distanceTo(near)} <= ${nearby} or (latitude is null and ${near.districtCode} in (district_code, second_district_code)))`
  const isRanked = words !== null && !isAsked
  return {
    isRanked,
    join: isRanked
      ? sql`join app.search_ideas(${typed}, ${mostFound + 1}::int) found on found.idea_id = id`
      : sql``,
    where: sql`${isNear ?? sql``} ${words && isAsked ? hasWords : sql``}`,
  }
}

function distanceTo({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  const narrower = Math.cos((latitude * Math.PI) / 180)
  return sql`(111195 * sqrt(power(latitude - ${latitude}::float8, 2) + power((longitude - ${longitude}::float8) * ${narrower}::float8, 2)))`
}

/** Counts at most one more than makes a word a common one, so that it costs no more than a rare one. */
async function cellsWhere(db: Db, tenant: City, filters: Filters): Promise<Cell[]> {
  const { join, where } = narrowing(tenant, filters)
  const rows = await db.execute<Record<string, string | null> & { count: number }>(sql`
    select theme_id, district_code, second_district_code, publication, collection, examination, delivery,
      count(*)::int as count
    from (select theme_id, district_code, second_district_code, publication, collection, examination, delivery
      from ideas ${join} where ${listed} ${where} limit ${mostFound + 1}) counted
    group by 1, 2, 3, 4, 5, 6, 7`)
  return rows.map(({ theme_id, district_code, second_district_code, ...cell }) => ({
    ...(cell as unknown as Cell),
    themeId: theme_id ?? null,
    districtCode: district_code ?? null,
    secondDistrictCode: second_district_code ?? null,
  }))
}

/** Null when no idea of the city is in a state that was asked for. */
export function choices({ themes, districts, shelves }: Filters, cells: Cell[]): SQL | null {
  const states = statesOn(shelves, cells)
  if (shelves.length > 0 && states.length === 0) return null
  const parts = [
    themes.length > 0 ? sql`and theme_id in ${themes}` : sql``,
    districts.length > 0
      ? sql`and (district_code in ${districts} or second_district_code in ${districts})`
      : sql``,
    shelves.length > 0 ? sql`and ${inStates(states)}` : sql``,
  ]
  return sql.join(parts, sql` `)
}

function inStates(states: ReturnType<typeof statesOn>): SQL {
  const rows = states.map(
    (state) => sql`(${state.publication}, ${state.collection}, ${state.examination}, ${state.delivery})`,
  )
  return sql`(publication, collection, examination, delivery) in (${sql.join(rows, sql`, `)})`
}

// The first three are word for word those of the indexes in drizzle/functions/search.sql.
function keyOf({ sort, seed, near }: Filters, isRanked: boolean): SQL {
  const keys: Record<Sort, () => SQL> = {
    supported: () => sql`(-support_count)::float8`,
    new: () => sql`(-extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00'))::float8`,
    closing:
      () => sql`(case when collection = 'open' then extract(epoch from deadline_at - timestamptz '2000-01-01 00:00:00+00')
      else 10000000000 - extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00') end)::float8`,
    random: () => sql`uuid_hash_extended(id, ${seed}::bigint)::float8`,
    near: () => sql`coalesce(${distanceTo(near!)}, ${nearby})::float8`,
    relevance: () => (isRanked ? sql`(-found.rank)::float8` : keys.new()),
  }
  return keys[sort]()
}

/** One more than the page holds tells whether there is another. */
async function pageOf(
  db: Db,
  { join, where, isRanked }: Narrowing,
  filters: Filters,
  wanted: SQL,
  size: number,
): Promise<Mark[]> {
  const { cursor } = filters
  const key = keyOf(filters, isRanked)
  const from = cursor
    ? sql`and (${key}, id) ${cursor.back ? sql`<` : sql`>`} (${cursor.key}::float8, ${cursor.id}::uuid)`
    : sql``
  const order = cursor?.back ? sql`key desc, id desc` : sql`key, id`
  const rows = await db.execute<Mark>(sql`
    select id, ${key} as key from ideas ${join}
    where ${listed} ${where} ${wanted} ${from} order by ${order} limit ${size + 1}`)
  return [...rows]
}

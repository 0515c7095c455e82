import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { ideaTallies } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { cardsOf, type IdeaCard } from '../cards/queries'
import {
  after,
  choices,
  keyOf,
  listed,
  mostFound,
  type Narrowing,
  narrowing,
  orderOf,
} from './narrowing/queries'
import { type Cell, type Cursor, facetsOf, type Facets, type Filters, type Mark, pageAround } from './rules'

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

type Asked = { filters: Filters; wanted: SQL; size: number }

/** One page of the city's ideas, in the order asked for, and how many each other choice would show. */
export function listIdeas(tenant: City, filters: Filters, size = 24): Promise<Listing> {
  return inTenant(tenant, async (db) => {
    const isSearch = filters.words !== null || filters.near !== null
    const cells = isSearch && filters.shelves.length === 0 ? [] : await tallies(db)
    const asked = { filters, wanted: choices(filters, cells), size }
    const met = isSearch ? await search(db, tenant, asked) : { cells, page: null }
    const facets = met.cells && facetsOf(met.cells, filters)
    const found = met.page ?? (await pageOf(db, narrowing(tenant, filters, 'asked'), asked))
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

/** Null: too many to have counted them, or to take the page from what was met of them. */
type Met = { cells: Cell[] | null; page: Mark[] | null }

/** Words are looked up first, also around a place: most are rare, and to ask each idea of a neighbourhood takes longer. */
async function search(db: Db, tenant: City, asked: Asked): Promise<Met> {
  const met = await lookUp(db, narrowing(tenant, asked.filters, 'looked up'), asked)
  if (met.cells || !asked.filters.words || !asked.filters.near) return met
  return lookUp(db, narrowing(tenant, asked.filters, 'asked'), asked)
}

/**
 * How many share what can be chosen, and one page of them, in one question. It stops at one more than makes a word a common
 * one, which so costs no more than a rare one: it is neither counted nor put in order, but for the closest matches, which
 * are met first.
 */
async function lookUp(db: Db, { found, where }: Narrowing, { filters, wanted, size }: Asked): Promise<Met> {
  const isByRank = found !== null && filters.sort === 'relevance'
  const key = isByRank ? sql`(-rank)::float8` : keyOf(filters)
  const few = sql`(select count(*) from ${found ? sql`found` : sql`met`}) <= ${mostFound}`
  const [row] = await db.execute<{ isFew: boolean; cells: Cell[]; page: Mark[] }>(sql`
    with ${found ? sql`found as materialized (select * from ${found}),` : sql``} met as materialized (
      select id, theme_id, district_code, second_district_code, publication, collection, examination, delivery,
        ${found ? sql`found.rank` : sql`0`} as rank
      from ideas ${found ? sql`join found on found.idea_id = id` : sql``} where ${listed} ${where} limit ${mostFound + 1}
    ), cells as (
      select theme_id as "themeId", district_code as "districtCode", second_district_code as "secondDistrictCode",
        publication, collection, examination, delivery, count(*)::int as count
      from met where ${few} group by 1, 2, 3, 4, 5, 6, 7
    ), page as (
      select id, ${key} as key
      from ${isByRank ? sql`met where true` : sql`ideas where id = any(array(select id from met where ${few}))`}
        ${wanted} ${after(filters, key)}
      order by ${orderOf(filters)} limit ${size + 1}
    )
    select ${few} as "isFew", (select coalesce(jsonb_agg(cells), '[]') from cells) as cells,
      (select coalesce(jsonb_agg(page order by ${orderOf(filters)}), '[]') from page) as page`)
  const { isFew, cells, page } = row!
  const isEnough = isFew || (isByRank && !filters.near && !isChosen(filters))
  return { cells: isFew ? cells : null, page: isEnough ? page : null }
}

/** One more than the page holds tells whether there is another. */
async function pageOf(db: Db, { where }: Narrowing, { filters, wanted, size }: Asked): Promise<Mark[]> {
  const key = keyOf(filters)
  const rows = await db.execute<Mark>(sql`
    select id, ${key} as key from ideas
    where ${listed} ${where} ${wanted} ${after(filters, key)} order by ${orderOf(filters)} limit ${size + 1}`)
  return [...rows]
}

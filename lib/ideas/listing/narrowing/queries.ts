import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tenant } from '../../../../tenants/tenant'
import { type Cell, type Filters, nearby, type Sort, statesOn } from '../rules'

type City = Pick<Tenant, 'locales'>

/** A search that finds more is one for a common word: its ideas are met one after the other, and no longer counted. */
export const mostFound = 2000

export const listed = sql`publication in ('published', 'withdrawn', 'merged')`

/** The words and the place searched for, as parts of a query of ideas. */
export type Narrowing = {
  /** What has the words, at most one more than makes them common: each with its rank. Null where nothing is looked up. */
  found: SQL | null
  where: SQL
}

/**
 * Words are looked up, all that have them at once; or each idea met is asked whether it has them: where a word is common,
 * and only few ideas around a place or of one theme are looked at.
 */
export function narrowing(tenant: City, { words, near }: Filters, how: 'looked up' | 'asked'): Narrowing {
  const locales = sql.join(
    tenant.locales.map((locale) => sql`${locale}`),
    sql`, `,
  )
  const typed = sql`${words}, array[${locales}]::text[]`
  const hasWords = sql`and (select coalesce(words @@ (select app.query_of(${typed})), true) from idea_words where idea_id = ideas.id)`
  const isNear =
    near &&
    sql`and (${distanceTo(near)} <= ${nearby} or (latitude is null and ${near.districtCode} in (district_code, second_district_code)))`
  const isFound = words !== null && how === 'looked up'
  return {
    found: isFound ? sql`app.search_ideas(${typed}, ${mostFound + 1}::int)` : null,
    where: sql`${isNear ?? sql``} ${words !== null && !isFound ? hasWords : sql``}`,
  }
}

function distanceTo({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  const narrower = Math.cos((latitude * Math.PI) / 180)
  return sql`(111195 * sqrt(power(latitude - ${latitude}::float8, 2) + power((longitude - ${longitude}::float8) * ${narrower}::float8, 2)))`
}

/** Nothing passes when no idea of the city is in a state that was asked for. */
export function choices({ themes, districts, shelves }: Filters, cells: Cell[]): SQL {
  const states = statesOn(shelves, cells)
  if (shelves.length > 0 && states.length === 0) return sql`and false`
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
export function keyOf({ sort, seed, near }: Filters): SQL {
  const keys: Record<Sort, () => SQL> = {
    supported: () => sql`(-support_count)::float8`,
    new: () => sql`(-extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00'))::float8`,
    closing:
      () => sql`(case when collection = 'open' then extract(epoch from deadline_at - timestamptz '2000-01-01 00:00:00+00')
      else 10000000000 - extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00') end)::float8`,
    random: () => sql`uuid_hash_extended(id, ${seed}::bigint)::float8`,
    near: () => sql`coalesce(${distanceTo(near!)}, ${nearby})::float8`,
    relevance: () => keys.new(),
  }
  return keys[sort]()
}

/** What comes after the mark a page was left at. */
export function after({ cursor }: Filters, key: SQL): SQL {
  if (!cursor) return sql``
  return sql`and (${key}, id) ${cursor.back ? sql`<` : sql`>`} (${cursor.key}::float8, ${cursor.id}::uuid)`
}

export const orderOf = ({ cursor }: Filters) => (cursor?.back ? sql`key desc, id desc` : sql`key, id`)

import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { type ActivityCard, cardsOf, placeOf, pointOf } from './cards/queries'
import {
  type Cell,
  countsIn,
  type Cursor,
  type Facets,
  type Filters,
  isDated,
  mostOfOne,
  pageAround,
  windowOf,
} from './rules'

type City = Pick<Tenant, 'id' | 'locales' | 'timeZone'>

export type Found = {
  id: string
  key: number
  /** The next date that passes the filters; none for a need that lasts. */
  occurrenceId: string | null
  metres: number | null
  /** How many more the same organiser has after this one, where the page shows no more of them. */
  others: number
}
export type Listing = {
  cards: (ActivityCard & Found)[]
  total: number
  facets: Facets
  languages: Record<string, number>
  before: Cursor | null
  after: Cursor | null
}

/** One page of what there is to do, one line for each activity with its next date, and what each other choice would show. */
export function listActivities(tenant: City, filters: Filters, now: Date, size = 24): Promise<Listing> {
  return inTenant(tenant, async (db) => {
    const { page, cells: counted, isCut } = await ask(db, { tenant, filters, now, size, among })
    const isShort = isCut && (page?.length ?? 0) <= size
    const whole = isShort ? (await ask(db, { tenant, filters, now, size })).page : page
    const { facets, languages } = countsIn(counted ?? [], filters)
    const { shown, ...neighbours } = pageAround(whole ?? [], filters, size)
    return { cards: await cardsOf(db, shown, now), total: facets.total, facets, languages, ...neighbours }
  })
}

/** A page is taken from so many that come first: only where few organisers fill them is it taken from all. */
const among = 300

type Asked = { tenant: City; filters: Filters; now: Date; size: number; among?: number }
type Answer = { cells: Cell[] | null; page: Found[] | null; isCut: boolean }

async function ask(db: Db, { tenant, filters, now, size, among: most }: Asked): Promise<Answer> {
  const [answer] = await db.execute<Answer>(sql`
    with ${found(tenant, filters, now)},
    chosen as not materialized (select * from found where ${choices(filters)}),
    ${pageOf(filters, size, most)}
    select ${cells} as cells, ${pageAsJson(filters)} as page, (select count(*) = ${most ?? 0} from first) as "isCut"`)
  return answer!
}

const cells = sql`(select json_agg(json_build_object('themeIds', theme_ids, 'districtCode', district_code, 'kind', kind, 'spoken', spoken, 'count', count))
  from (select theme_ids, district_code, kind, spoken, count(*)::int as count from found group by 1, 2, 3, 4) counted)`

const orderOf = ({ cursor }: Filters) => (cursor?.back ? sql`key desc, id desc` : sql`key, id`)
const fromOf = ({ cursor }: Filters) =>
  cursor
    ? sql`(key, id) ${cursor.back ? sql`<` : sql`>`} (${cursor.key}::float8, ${cursor.id}::uuid)`
    : sql`true`

/** One more than the page holds tells whether there is another; of one organiser no more than a page may hold. */
function pageOf(filters: Filters, size: number, most: number | undefined): SQL {
  const order = orderOf(filters)
  const fair = (filters.like ?? filters.by) ? sql`true` : sql`organiser is null or turn <= ${mostOfOne}`
  return sql`first as materialized (
      select id, key, occurrence_id, metres, organiser from chosen where ${fromOf(filters)}
      order by ${order} ${most ? sql`limit ${most}` : sql``}),
    page as materialized (
      select * from (select *, row_number() over (partition by organiser order by ${order}) as turn from first) ranked
      where ${fair} order by ${order} limit ${size + 1})`
}

/** How many more an organiser has is counted for those alone who have the most a page may hold. */
function pageAsJson(filters: Filters): SQL {
  return sql`(select json_agg(json_build_object('id', id, 'key', key, 'occurrenceId', occurrence_id, 'metres', metres,
      'others', case when turn = ${mostOfOne} then coalesce(theirs, turn) - turn else 0 end) order by ${orderOf(filters)})
    from page left join (
      select organiser as whose, count(*) as theirs from chosen where ${fromOf(filters)}
        and organiser in (select organiser from page where turn = ${mostOfOne}) group by 1) more on whose = organiser)`
}

/** Dates one can still come to. A postponed one has no time, and is on its activity's page alone. */
export const takesPlace = sql`state in ('scheduled', 'rescheduled', 'moved_online')`

/** What anyone may read: approved, shown, and by nobody who is suspended. */
export const isPublic = sql`a.publication = 'published' and a.moderation = 'approved' and (a.organisation_id is null
  or a.organisation_id in (select id from organisations where state = 'active'))`

/**
 * All that passes the filters but the three whose other choices are counted: each activity once, with its next date. Both
 * are read from indexes alone (drizzle/functions/seek.sql): what is asked of an activity here has to be in its own.
 */
export function found(tenant: City, filters: Filters, now: Date): SQL {
  const { from, until } = windowOf(filters, tenant.timeZone, now)
  const before = until ? sql`and starts_at < ${until.toISOString()}::timestamptz` : sql``
  const dated = sql`d.id is not null`
  const metres = filters.near ? distanceTo(filters.near) : sql`null::float8`
  return sql`${filters.words ? searched(tenant, filters.words) : sql``} found as materialized (
    select a.id, a.kind, a.theme_ids, a.spoken, ${placeOf('district_code')} as district_code,
      coalesce(a.organisation_id, a.organiser_id) as organiser, d.id as occurrence_id, metres,
      case when a.attendance <> 'online' then ${pointOf('latitude')} end as latitude,
      case when a.attendance <> 'online' then ${pointOf('longitude')} end as longitude,
      ${keyOf(filters)} as key
    from activities a
    ${filters.words ? sql`join sought on sought.activity_id = a.id` : sql``}
    left join lateral (
      select id, starts_at, state, district_code, latitude, longitude from occurrences
      where activity_id = a.id and ${takesPlace} and ends_at > ${from.toISOString()}::timestamptz ${before} ${withRoom(filters)}
      order by starts_at, id limit 1) d on true
    cross join lateral (select ${metres} as metres) place
    where ${isPublic} and ${isDated(filters) ? dated : sql`(${dated} or a.kind = 'standing_need')`}
    ${narrowing(filters)})`
}

function withRoom({ extras }: Filters): SQL {
  if (!extras.includes('room')) return sql``
  return sql`and coalesce((select bool_or(p.capacity is null or p.seats_taken < p.capacity)
    from positions p where p.occurrence_id = occurrences.id), true)`
}

function searched(tenant: City, words: string): SQL {
  const locales = sql.join(
    tenant.locales.map((locale) => sql`${locale}`),
    sql`, `,
  )
  return sql`sought as materialized (select * from app.search_activities(${words}, array[${locales}]::text[], 5000)),`
}

function distanceTo({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  const narrower = Math.cos((latitude * Math.PI) / 180)
  return sql`(111195 * sqrt(power(${pointOf('latitude')} - ${latitude}::float8, 2)
    + power((${pointOf('longitude')} - ${longitude}::float8) * ${narrower}::float8, 2)))`
}

function narrowing({ near, commitments, needs, languages, extras, like, by }: Filters): SQL {
  const parts = [
    near &&
      sql`and (metres <= ${near.metres} or (metres is null and ${placeOf('district_code')} = ${near.districtCode}))`,
    commitments.length > 0 && sql`and a.commitment in ${commitments}`,
    ...needs.map((need) => sql`and a.accessibility ->> ${need}::text = 'yes'`),
    languages.length > 0 && sql`and a.spoken && ${texts(languages)}`,
    extras.includes('free') && sql`and a.price is null`,
    extras.includes('minors') && sql`and a.minors <> 'excluded' and coalesce(a.min_age, 0) < 18`,
    extras.includes('newcomers') && sql`and a.welcomes_newcomers`,
    extras.includes('online') && sql`and a.attendance <> 'on_site'`,
    by && sql`and a.organisation_id = (select id from organisations where slug = ${by})`,
    like &&
      sql`and coalesce(a.organisation_id, a.organiser_id) = (select coalesce(organisation_id, organiser_id) from activities where slug = ${like})`,
  ]
  return sql.join(
    parts.filter((part): part is SQL => Boolean(part)),
    sql` `,
  )
}

/** The three groups of choices that say how many each would show. */
export function choices({ themes, districts, kinds }: Filters): SQL {
  const parts = [
    themes.length > 0 && sql`found.theme_ids && ${texts(themes)}`,
    districts.length > 0 && sql`found.district_code in ${districts}`,
    kinds.length > 0 && sql`found.kind in ${kinds}`,
  ].filter((part): part is SQL => Boolean(part))
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`
}

function texts(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`
}

/** What has no date comes after what has one, the latest announced first. */
function keyOf({ sort, words }: Filters): SQL {
  const announced = sql`extract(epoch from a.published_at)`
  const soon = sql`coalesce(extract(epoch from d.starts_at), 100000000000 - ${announced})::float8`
  if (sort === 'new') return sql`(-${announced})::float8`
  if (sort === 'near') return sql`coalesce(metres, 1000000000)::float8`
  return sort === 'relevance' && words ? sql`(-sought.rank)::float8` : soon
}

/** Whether the city has anything to join yet. */
export async function hasActivities(db: Db): Promise<boolean> {
  const [row] = await db.execute(sql`select 1 from activities a where ${isPublic} limit 1`)
  return row !== undefined
}

import { sql } from 'drizzle-orm'
import { inTenant } from '@/lib/db'
import { type Filters, nearby, type Sort } from '@/lib/ideas/listing/rules'
import { districtAt } from '@/lib/ideas/places/rules'
import { type Axes, shelfOf } from '@/lib/ideas/rules'
import { paris } from '@/tenants/paris'

export const here = { lat: '48.86', lon: '2.35' }
export const themesUsed = paris.themes.slice(0, 3).map(({ id }) => id) as [string, string, string]
const [first, second, third] = themesUsed
export const hereCode = districtAt(paris.territory, { latitude: 48.86, longitude: 2.35 })!.code

/** All of an idea that a list may look at, as it stands in its row. */
export type Row = Axes & {
  id: string
  title: string
  body: string
  theme: string
  district: string | null
  other: string | null
  latitude: number | null
  longitude: number | null
  supports: number
  published: number
  deadline: number
  lot: number
}
/** One in so many, each independent of the others. */
export function detailOf(at: number) {
  const publishedAt = new Date(Date.UTC(2026, 0, 1) + ((at * 37) % 400) * 3_600_000)
  const hasPoint = at % 7 !== 0
  const rare = at % 211 === 0 ? 'Un funiculaire' : 'Une place'
  return {
    title: at % 31 === 0 ? `Un kiosque ${at}` : `${rare} ${at}`,
    body: `Le quartier demande ${at % 13 === 0 ? 'un kiosque' : 'un abri'} ${at % 97 === 0 ? 'et un ponton' : ''}. `.repeat(
      4,
    ),
    themeId: [first, second, third][at % 3]!,
    districtCode: at % 11 === 0 ? null : String((at % 5) + 5),
    secondDistrictCode: at % 17 === 0 && at % 11 !== 0 ? hereCode : null,
    latitude: hasPoint ? 48.83 + (at % 61) / 1000 : null,
    longitude: hasPoint ? 2.32 + (at % 59) / 1000 : null,
    supportCount: at % 83,
    publishedAt,
    deadlineAt: new Date(publishedAt.getTime() + (180 + (at % 9)) * 86_400_000),
    ...stateOf(at, publishedAt),
  }
}

function stateOf(at: number, then: Date): Partial<Axes> & { expiredAt?: Date; withdrawnAt?: Date } {
  if (at % 43 === 0) return { publication: 'hidden' }
  if (at % 29 === 0) return { publication: 'withdrawn', collection: 'closed', withdrawnAt: then }
  if (at % 4 === 0) return { collection: 'expired', expiredAt: then }
  return {}
}

export const readRows = (city: { id: string }, seed: number): Promise<Row[]> =>
  inTenant(city, async (db) => [
    ...(await db.execute<Row>(sql`
      select id, title, body, theme_id as theme, district_code as district, second_district_code as other, latitude, longitude,
        publication, collection, examination, delivery, support_count as supports,
        extract(epoch from published_at)::float8 as published, extract(epoch from deadline_at)::float8 as deadline,
        uuid_hash_extended(id, ${seed}::bigint)::float8 as lot
      from ideas where publication in ('published', 'withdrawn', 'merged')`)),
  ])

const has = (word: string) => (row: Row) => `${row.title} ${row.body}`.toLowerCase().includes(word)
const metresTo = ({ latitude, longitude }: Row) =>
  latitude === null
    ? null
    : 111195 * Math.hypot(latitude - 48.86, (longitude! - 2.35) * Math.cos((48.86 * Math.PI) / 180))

/** What a list is of, without an index nor a limit. */
export function lookedAt(rows: Row[], { words, themes, districts, shelves: asked, near }: Filters): Row[] {
  return rows.filter((row) => {
    const places = [row.district, row.other]
    const metres = metresTo(row)
    const isNear = metres === null ? places.includes(near?.districtCode ?? '?') : metres <= nearby
    return (
      (!words || words.split(' ').every((word) => has(word)(row))) &&
      (themes.length === 0 || themes.includes(row.theme)) &&
      (districts.length === 0 || places.some((code) => code && districts.includes(code))) &&
      (asked.length === 0 || asked.includes(shelfOf(row)!)) &&
      (!near || isNear)
    )
  })
}

const since = Date.UTC(2000, 0, 1) / 1000
export const keys: Record<Exclude<Sort, 'relevance'>, (row: Row) => number> = {
  supported: ({ supports }) => -supports,
  new: ({ published }) => -published,
  closing: ({ collection, deadline, published }) =>
    collection === 'open' ? deadline - since : 1e10 - (published - since),
  random: ({ lot }) => lot,
  near: (row) => metresTo(row) ?? nearby,
}
export const inOrder = (sort: Exclude<Sort, 'relevance'>, of: Row[]) =>
  of.toSorted((one, other) => keys[sort](one) - keys[sort](other) || (one.id < other.id ? -1 : 1))

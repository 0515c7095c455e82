import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { districtAt } from '../places/rules'
import { shelves } from '../rules'
import { type Cursor, type Filters, type Near, shelfWords, type Sort, sortFor, sorts } from './rules'

type Query = Record<string, string | string[] | undefined>
type City = Pick<Tenant, 'themes' | 'territory'>

const longest = 100
const sortNames = Object.keys(sorts) as [Sort, ...Sort[]]

const Place = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
})
const CursorParts = z.tuple([
  z.enum(sortNames),
  z.number().int().min(20000101).max(99991231),
  z.number(),
  z.uuid(),
])

/** What an address asks of the list. Words it does not know are as if they were not there. */
export function readFilters(query: Query, city: City, seed: number): Filters {
  const words = wordsIn(one(query.q) ?? '')
  const near = placeIn(query, city)
  const filters = {
    words: /[\p{L}\p{N}]/u.test(words) ? words : null,
    themes: known(
      query.theme,
      city.themes.map(({ id }) => id),
    ),
    districts: known(
      query.district,
      city.territory.districts.map(({ code }) => code),
    ),
    shelves: known(query.etat, Object.values(shelfWords)).map(shelfNamed),
    near,
  }
  const asked = sortNames.find((name) => sorts[name] === one(query.tri))
  const sort = sortFor(asked, filters)
  const cursor = cursorIn(query, sort)
  return { ...filters, sort, cursor, seed: cursor?.seed ?? seed }
}

/** The address of the same list otherwise: `changed` replaces what it names, and paging starts again. */
export function writeFilters(filters: Filters, changed: Partial<Filters> = {}, paging?: Cursor): string {
  const { words, themes, districts, shelves: chosen, near, sort } = { ...filters, ...changed }
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  for (const theme of themes) query.append('theme', theme)
  for (const district of districts) query.append('district', district)
  for (const shelf of chosen) query.append('etat', shelfWords[shelf])
  if (near) {
    query.set('lat', String(near.latitude))
    query.set('lon', String(near.longitude))
  }
  if (sort !== sortFor(undefined, { words, near })) query.set('tri', sorts[sort])
  if (paging) query.set(paging.back ? 'avant' : 'apres', writeCursor(paging))
  const written = query.toString()
  return written && `?${written}`
}

export function writeCursor({ sort, seed, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, seed, key, id])).toString('base64url')
}

/** Null when it is not one that was given out for this order. */
export function readCursor(text: string, sort: Sort, back = false): Cursor | null {
  if (text.length > 200) return null
  const parts = CursorParts.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (!parts.success || parts.data[0] !== sort) return null
  const [, seed, key, id] = parts.data
  return { sort, seed, key, id, back }
}

/** Cut before anything else looks at it; what cannot be seen separates words. */
export function wordsIn(text: string): string {
  const seen = text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\p{C}+/gu, ' ')
  return seen.normalize('NFC').trim()
}

function cursorIn({ apres, avant }: Query, sort: Sort): Cursor | null {
  const after = one(apres)
  if (after) return readCursor(after, sort)
  const before = one(avant)
  return before ? readCursor(before, sort, true) : null
}

/** Rounded to a hundred metres: enough to find what is near, too coarse to follow anyone. */
function placeIn({ lat, lon }: Query, { territory }: City): Near | null {
  const place = one(lat) && one(lon) ? Place.safeParse({ latitude: one(lat), longitude: one(lon) }) : null
  if (!place?.success) return null
  const [latitude, longitude] = [place.data.latitude, place.data.longitude].map(
    (degrees) => Math.round(degrees * 1000) / 1000,
  ) as [number, number]
  return { latitude, longitude, districtCode: districtAt(territory, { latitude, longitude })?.code ?? null }
}

function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return first?.slice(0, 400)
}

function known(values: string | string[] | undefined, names: readonly string[]): string[] {
  const asked = [values ?? []].flat()
  return names.filter((name) => asked.includes(name))
}

function shelfNamed(word: string) {
  return shelves.find((shelf) => shelfWords[shelf] === word)!
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { wordsIn } from '../../ideas/listing/input'
import { districtAt } from '../../ideas/places/rules'
import {
  commitmentWords,
  type Cursor,
  distances,
  extras,
  type Filters,
  kindWords,
  type Near,
  needWords,
  presets,
  type Sort,
  sortFor,
  sorts,
} from './rules'

type Query = Record<string, string | string[] | undefined>
type City = Pick<Tenant, 'themes' | 'territory'>

const sortNames = Object.keys(sorts) as [Sort, ...Sort[]]
const Place = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
})
const CursorParts = z.tuple([z.enum(sortNames), z.number(), z.uuid()])

/** What an address asks of the list. Words it does not know are as if they were not there. */
export function readFilters(query: Query, city: City): Filters {
  const words = wordsIn(one(query.q) ?? '')
  const near = placeIn(query, city)
  const days = daysIn(query)
  const preset = days.from || days.until ? null : (named(presets, query.quand)[0] ?? null)
  const filters = {
    words: /[\p{L}\p{N}]/u.test(words) ? words : null,
    preset,
    ...days,
    themes: known(
      query.theme,
      city.themes.map(({ id }) => id),
    ),
    districts: known(
      query.district,
      city.territory.districts.map(({ code }) => code),
    ),
    kinds: named(kindWords, query.type),
    commitments: named(commitmentWords, query.engagement),
    needs: named(needWords, query.acces),
    languages: [query.langue ?? []]
      .flat()
      .filter((code) => /^[a-z]{2,3}$/.test(code))
      .slice(0, 5),
    extras: named(extras, query.avec),
    near,
    like: slugIn(query.comme),
    by: slugIn(query.par),
  }
  const sort = sortFor(named(sorts, query.tri)[0], filters)
  return { ...filters, sort, cursor: cursorIn(query, sort) }
}

/** The address of the same list otherwise: `changed` replaces what it names, and paging starts again. */
export function writeFilters(filters: Filters, changed: Partial<Filters> = {}, paging?: Cursor): string {
  const wanted = { ...filters, ...changed }
  const { words, preset, from, until, near, like, by, sort } = wanted
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (preset) query.set('quand', presets[preset])
  if (!preset && from) query.set('du', from)
  if (!preset && until) query.set('au', until)
  for (const theme of wanted.themes) query.append('theme', theme)
  for (const district of wanted.districts) query.append('district', district)
  for (const kind of wanted.kinds) query.append('type', kindWords[kind])
  for (const commitment of wanted.commitments) query.append('engagement', commitmentWords[commitment])
  for (const need of wanted.needs) query.append('acces', needWords[need])
  for (const language of wanted.languages) query.append('langue', language)
  for (const extra of wanted.extras) query.append('avec', extras[extra])
  if (near) {
    query.set('lat', String(near.latitude))
    query.set('lon', String(near.longitude))
    if (near.metres !== distances[1]) query.set('rayon', String(near.metres))
  }
  if (like) query.set('comme', like)
  if (by) query.set('par', by)
  if (sortFor(sort, wanted) === sort && sort !== 'soon') query.set('tri', sorts[sort])
  if (paging) query.set(paging.back ? 'avant' : 'apres', writeCursor(paging))
  const written = query.toString()
  return written && `?${written}`
}

export function writeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')
}

/** Null when it is not one that was given out for this order. */
export function readCursor(text: string, sort: Sort, back = false): Cursor | null {
  if (text.length > 200) return null
  const parts = CursorParts.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (!parts.success || parts.data[0] !== sort) return null
  const [, key, id] = parts.data
  return { sort, key, id, back }
}

function cursorIn({ apres, avant }: Query, sort: Sort): Cursor | null {
  const after = one(apres)
  if (after) return readCursor(after, sort)
  const before = one(avant)
  return before ? readCursor(before, sort, true) : null
}

/** Days a browser or a person wrote; the two are put in order, and what is no day is as if it were not there. */
function daysIn({ du, au }: Query): { from: string | null; until: string | null } {
  const [from, until] = [dayIn(one(du)), dayIn(one(au))]
  return from && until && until < from ? { from: until, until: from } : { from, until }
}

function dayIn(text: string | undefined): string | null {
  if (!text || !/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    return null
  }
}

/** Rounded to a hundred metres: enough to find what is near, too coarse to follow anyone. */
function placeIn({ lat, lon, rayon }: Query, { territory }: City): Near | null {
  const place = one(lat) && one(lon) ? Place.safeParse({ latitude: one(lat), longitude: one(lon) }) : null
  if (!place?.success) return null
  const [latitude, longitude] = [place.data.latitude, place.data.longitude].map(
    (degrees) => Math.round(degrees * 1000) / 1000,
  ) as [number, number]
  const metres = distances.find((distance) => String(distance) === one(rayon)) ?? distances[1]
  const districtCode = districtAt(territory, { latitude, longitude })?.code ?? null
  return { latitude, longitude, districtCode, metres }
}

const slugIn = (value: string | string[] | undefined) =>
  /^[a-z0-9-]{1,90}$/.exec(one(value) ?? '')?.[0] ?? null

function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return first?.slice(0, 400)
}

function known(values: string | string[] | undefined, names: readonly string[]): string[] {
  const asked = [values ?? []].flat()
  return names.filter((name) => asked.includes(name))
}

function named<Name extends string>(
  words: Record<Name, string>,
  values: string | string[] | undefined,
): Name[] {
  const asked = [values ?? []].flat()
  return (Object.keys(words) as Name[]).filter((name) => asked.includes(words[name]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

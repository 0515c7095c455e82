import { Temporal } from 'temporal-polyfill'
import type { Tenant } from '../../../tenants/tenant'
import { lineOfText, plainText, skeleton, windowsSigns } from '../../text'
import type { Found } from './input'

/** Wider than any city's own: what was said elsewhere is kept as it was said. */
export const importLimits = { title: { min: 1, max: 300 }, body: { min: 1, max: 40_000 } }

/** An idea as it will be written. */
export type Arrival = {
  originId: string
  title: string
  body: string
  publishedAt: Date
  supports: number
  themeId: string | null
  districtCode: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  /** Characters that cannot be seen were taken out. */
  repaired: boolean
}
export type ImportRefusal =
  | 'removed_at_origin'
  | 'no_id'
  | 'no_date'
  | 'bad_date'
  | 'future_date'
  | 'bad_count'
  | `title_${string}`
  | `body_${string}`

const mostSupports = 2_000_000_000

/** What a record of another platform becomes here, or why it cannot. Its texts are read already, without HTML. */
export function arrivalOf(found: Found, tenant: Tenant, now: Date): Arrival | ImportRefusal {
  if (found.removed) return 'removed_at_origin'
  const originId = found.id.trim()
  if (originId === '' || originId.length > 200) return 'no_id'
  if (found.createdAt.trim() === '') return 'no_date'
  const publishedAt = instantOf(found.createdAt.trim(), tenant.timeZone)
  if (!publishedAt) return 'bad_date'
  if (publishedAt > now) return 'future_date'
  const supports = Number(found.supports)
  if (!Number.isInteger(supports) || supports < 0 || supports > mostSupports) return 'bad_count'

  const [rawTitle, rawBody] = [found.title.replace(/\s+/g, ' '), found.body]
  const [title, body] = [visible(rawTitle), visible(rawBody)]
  const titleRead = lineOfText(importLimits.title).safeParse(title)
  if (!titleRead.success) return `title_${titleRead.error.issues[0]!.message}`
  const bodyRead = plainText(importLimits.body).safeParse(body)
  if (!bodyRead.success) return `body_${bodyRead.error.issues[0]!.message}`
  return {
    originId,
    title: titleRead.data,
    body: bodyRead.data,
    publishedAt,
    supports,
    ...placeOf(found, tenant),
    repaired: title !== rawTitle || body !== rawBody,
  }
}

function placeOf(found: Found, { themes, territory }: Tenant) {
  const theme = themes.find(({ id, name }) => isNamed(found.theme, [id, ...Object.values(name)]))
  const district = territory.districts.find(({ code, name }) =>
    isNamed(found.district, [code, ...Object.values(name)]),
  )
  const [latitude, longitude] = [Number(found.latitude || NaN), Number(found.longitude || NaN)]
  const placed = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  const address = lineOfText({ min: 1, max: 300 }).safeParse(found.address)
  return {
    themeId: theme?.id ?? null,
    districtCode: district?.code ?? null,
    address: address.success ? address.data : null,
    latitude: placed ? latitude : null,
    longitude: placed ? longitude : null,
  }
}

function isNamed(said: string, names: string[]): boolean {
  return said.trim() !== '' && said.length < 200 && names.some((name) => skeleton(name) === skeleton(said))
}

/** Copied texts carry hyphens, joiners and marks of order that nobody sees: without them they say the same. Signs of Windows-1252 are read as such. */
export function visible(text: string): string {
  return text
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80))
    .replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b-\u001f]/g, '')
}

const dated =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/

/** The instant a date stands for; one that names no zone is of the city's own. */
export function instantOf(text: string, timeZone: string): Date | null {
  const [, day, time = '00:00', zone] = dated.exec(text) ?? []
  if (!day) return null
  const offset = zone === 'UTC' ? 'Z' : zone?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  try {
    const instant = offset
      ? Temporal.Instant.from(`${day}T${time}${offset}`)
      : Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant()
    return new Date(instant.epochMilliseconds)
  } catch {
    return null
  }
}

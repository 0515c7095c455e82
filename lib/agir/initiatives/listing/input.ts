import type { Tenant } from '../../../../tenants/tenant'
import { lengthOf } from '../../../text'

export type InitiativeFilters = { words: string; theme: string | null; district: string | null }
export type InitiativeCursor = { at: Date; id: string }

type Query = Record<string, string | string[] | undefined>
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What of the list is asked for, by an address; what cannot be read is as if it had not been said. */
export function readInitiatives(query: Query, { themes, territory }: Pick<Tenant, 'themes' | 'territory'>) {
  const said = (name: string) => [query[name] ?? ''].flat()[0] ?? ''
  const words = said('q').trim().replace(/\s+/g, ' ')
  const filters: InitiativeFilters = {
    words: lengthOf(words) <= 80 && /[\p{L}\p{N}]/u.test(words) ? words : '',
    theme: themes.find(({ id }) => id === said('theme'))?.id ?? null,
    district: territory.districts.find(({ code }) => code === said('district'))?.code ?? null,
  }
  return { filters, after: readCursor(said('apres')) }
}

export function writeInitiatives(filters: InitiativeFilters, after: InitiativeCursor | null = null): string {
  const query = new URLSearchParams()
  if (filters.words) query.set('q', filters.words)
  if (filters.theme) query.set('theme', filters.theme)
  if (filters.district) query.set('district', filters.district)
  if (after) query.set('apres', `${after.id}_${after.at.getTime()}`)
  return query.size > 0 ? `?${query}` : ''
}

function readCursor(said: string): InitiativeCursor | null {
  const [id = '', at = ''] = said.split('_')
  return uuid.test(id) && /^\d{12,14}$/.test(at) ? { id, at: new Date(Number(at)) } : null
}

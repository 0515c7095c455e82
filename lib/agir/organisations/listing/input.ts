import type { Tenant } from '../../../../tenants/tenant'
import { lengthOf } from '../../../text'
import { type OrganisationKind, organisationKinds } from '../rules'

export type DirectoryFilters = {
  words: string
  kinds: OrganisationKind[]
  themes: string[]
  districts: string[]
}
export type DirectoryCursor = { key: string; id: string }

type Query = Record<string, string | string[] | undefined>
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What of the directory is asked for, by an address; what cannot be read is as if it had not been said. */
export function readDirectory(query: Query, { themes, territory }: Pick<Tenant, 'themes' | 'territory'>) {
  const all = (name: string) => [query[name] ?? []].flat()
  const words = (all('q')[0] ?? '').trim().replace(/\s+/g, ' ')
  const filters: DirectoryFilters = {
    words: lengthOf(words) <= 80 && /[\p{L}\p{N}]/u.test(words) ? words : '',
    kinds: organisationKinds.filter((kind) => all('type').includes(kind)),
    themes: themes.map(({ id }) => id).filter((id) => all('theme').includes(id)),
    districts: territory.districts.map(({ code }) => code).filter((code) => all('district').includes(code)),
  }
  return { filters, after: readCursor(all('apres')[0] ?? '') }
}

export function writeDirectory(filters: DirectoryFilters, after: DirectoryCursor | null = null): string {
  const query = new URLSearchParams()
  if (filters.words) query.set('q', filters.words)
  for (const kind of filters.kinds) query.append('type', kind)
  for (const theme of filters.themes) query.append('theme', theme)
  for (const district of filters.districts) query.append('district', district)
  if (after) query.set('apres', `${after.id}_${after.key}`)
  return query.size > 0 ? `?${query}` : ''
}

function readCursor(said: string): DirectoryCursor | null {
  const [id = '', ...key] = said.split('_')
  return uuid.test(id) && said.length < 400 ? { id, key: key.join('_') } : null
}

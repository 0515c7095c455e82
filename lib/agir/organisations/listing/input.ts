import type { Tenant } from '../../../../tenants/tenant'
import { lengthOf } from '../../../text'
import { type OrganisationKind, organisationKinds } from '../rules'

export type DirectoryFilters = {
  words: string
  kinds: OrganisationKind[]
  themes: string[]
  districts: string[]
  /** The letter its name begins with; a nought stands for every digit, a number sign for anything else. */
  letter: string
}

type Query = Record<string, string | string[] | undefined>
const lastPage = 1000

/** What of the directory is asked for, by an address; what cannot be read is as if it had not been said. */
export function readDirectory(query: Query, { themes, territory }: Pick<Tenant, 'themes' | 'territory'>) {
  const all = (name: string) => [query[name] ?? []].flat()
  const words = (all('q')[0] ?? '').trim().replace(/\s+/g, ' ')
  const filters: DirectoryFilters = {
    words: lengthOf(words) <= 80 && /[\p{L}\p{N}]/u.test(words) ? words : '',
    kinds: organisationKinds.filter((kind) => all('type').includes(kind)),
    themes: themes.map(({ id }) => id).filter((id) => all('theme').includes(id)),
    districts: territory.districts.map(({ code }) => code).filter((code) => all('district').includes(code)),
    letter: /^(?:\p{L}|0|#)$/u.test(all('lettre')[0] ?? '') ? all('lettre')[0]! : '',
  }
  return { filters, page: readPage(all('page')[0] ?? '') }
}

export function writeDirectory(filters: DirectoryFilters, page = 1): string {
  const query = new URLSearchParams()
  if (filters.words) query.set('q', filters.words)
  for (const kind of filters.kinds) query.append('type', kind)
  for (const theme of filters.themes) query.append('theme', theme)
  for (const district of filters.districts) query.append('district', district)
  if (filters.letter) query.set('lettre', filters.letter)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}

function readPage(said: string): number {
  return /^[1-9]\d{0,3}$/.test(said) ? Math.min(Number(said), lastPage) : 1
}

import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { type Status, statuses, types } from '../rules'
import { type Filters, wholeCity } from './rules'

type Query = Record<string, string | string[] | undefined>
type City = Pick<Tenant, 'themes' | 'territory'>

/** What the address of the inventory asks for. Words it does not know are as if they were not there. */
export function readFilters(query: Query, { themes, territory }: City): Filters {
  const codes = [wholeCity, ...territory.districts.map(({ code }) => code)]
  const page = Number(one(query.page) ?? 1)
  return {
    statuses: (Object.keys(statuses) as Status[]).filter((name) => all(query.etat).includes(statuses[name])),
    types: types.filter((type) => all(query.type).includes(type)),
    districts: codes.filter((code) => all(query.district).includes(code)),
    themes: themes.map(({ id }) => id).filter((id) => all(query.theme).includes(id)),
    from: dayIn(query.du),
    until: dayIn(query.au),
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  }
}

export function writeFilters(filters: Filters, changed: Partial<Filters> = {}): string {
  const {
    statuses: states,
    types: kinds,
    districts,
    themes,
    from,
    until,
    page,
  } = {
    ...filters,
    page: 1,
    ...changed,
  }
  const query = new URLSearchParams()
  for (const state of states) query.append('etat', statuses[state])
  for (const kind of kinds) query.append('type', kind)
  for (const code of districts) query.append('district', code)
  for (const theme of themes) query.append('theme', theme)
  if (from) query.set('du', from)
  if (until) query.set('au', until)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `?${query}` : ''
}

function all(values: string | string[] | undefined): string[] {
  return [values ?? []].flat()
}

function one(value: string | string[] | undefined): string | undefined {
  return all(value)[0]
}

function dayIn(value: string | string[] | undefined): string | null {
  const day = z.iso.date().safeParse(one(value))
  return day.success ? day.data : null
}

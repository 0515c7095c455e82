import { z } from 'zod'
import type { Tenant } from '../../tenants/tenant'
import { dutyKinds, kindWords, type DutyKind, type Standing, standings, standingWords } from './rules'

export type DutyMark = { dueAt: Date; id: string }

/** What an address asks of the list of duties. Nothing asked: what is still owed. */
export type DutyFilters = {
  departments: string[]
  districts: string[]
  kinds: DutyKind[]
  standings: Standing[]
  after: DutyMark | null
}

type Query = Record<string, string | string[] | undefined>
type City = Pick<Tenant, 'departments' | 'territory'>

const Mark = z.tuple([z.number().int().nonnegative().max(8.64e15), z.uuid()])

export function readDutyFilters(query: Query, { departments, territory }: City): DutyFilters {
  const departmentIds = departments.map(({ id }) => id)
  const codes = territory.districts.map(({ code }) => code)
  return {
    departments: known(query.service, departmentIds),
    districts: known(query.district, codes),
    kinds: dutyKinds.filter((kind) => asked(query.nature).includes(kindWords[kind])),
    standings: standings.filter((standing) => asked(query.etat).includes(standingWords[standing])),
    after: markIn(query.apres),
  }
}

/** The address of the same list otherwise: `changed` replaces what it names, and paging starts again. */
export function writeDutyFilters(
  filters: DutyFilters,
  changed: Partial<DutyFilters> = {},
  after?: DutyMark,
): string {
  const { departments, districts, kinds, standings: states } = { ...filters, ...changed }
  const query = new URLSearchParams()
  for (const id of departments) query.append('service', id)
  for (const code of districts) query.append('district', code)
  for (const kind of kinds) query.append('nature', kindWords[kind])
  for (const standing of states) query.append('etat', standingWords[standing])
  if (after)
    query.set('apres', Buffer.from(JSON.stringify([after.dueAt.getTime(), after.id])).toString('base64url'))
  const written = query.toString()
  return written && `?${written}`
}

export const noDutyFilters: DutyFilters = {
  departments: [],
  districts: [],
  kinds: [],
  standings: [],
  after: null,
}

function asked(values: string | string[] | undefined): string[] {
  return [values ?? []].flat()
}

function known(values: string | string[] | undefined, names: readonly string[]): string[] {
  const wanted = asked(values)
  return names.filter((name) => wanted.includes(name))
}

function markIn(values: string | string[] | undefined): DutyMark | null {
  const text = asked(values)[0]?.slice(0, 200)
  if (!text) return null
  const parts = Mark.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  return parts.success ? { dueAt: new Date(parts.data[0]), id: parts.data[1] } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { lineOfText } from '../../text'
import { readFilters, writeFilters } from '../finding/input'
import { type Filters, isNarrowed } from '../finding/rules'
import { nameLength, searchFrequencies } from './rules'

type City = Pick<Tenant, 'themes' | 'territory'>

/** What a kept address asks for, as the city understands it today. */
export function filtersIn(query: string, city: City): Filters {
  const asked = new URLSearchParams(query)
  const names = [...new Set(asked.keys())]
  return readFilters(Object.fromEntries(names.map((name) => [name, asked.getAll(name)])), city)
}

const name = lineOfText(nameLength)
const frequency = z.enum(searchFrequencies, 'choice_required')

/** Only what the list itself understands is kept, in the one way it writes it; null when that narrows nothing. */
export const SearchInput = ({ tenant }: { tenant: City }) =>
  z.strictObject({
    name,
    frequency,
    query: z
      .string()
      .max(2000)
      .transform((query) => {
        const filters = { ...filtersIn(query, tenant), cursor: null }
        return isNarrowed(filters) ? writeFilters(filters) : null
      }),
  })

export const ChangeInput = z.strictObject({ searchId: z.uuid(), name, frequency })
export const SearchIn = z.strictObject({ searchId: z.uuid() })

import { z } from 'zod'
import type { FoundAssociation } from './rules'

export const associationFormats = ['associations-csv'] as const
export type AssociationFormat = (typeof associationFormats)[number]

const cell = z.string().default('')

/** A list of associations that a city pays: who, what for, their number, and what they are about as a list in a cell. */
export const AssociationRow = z.record(z.string(), cell).transform((cells): FoundAssociation => ({
  name: cells['beneficiaire'] || cells['name'] || '',
  purpose: cells['objet_principal'] || cells['purpose'] || '',
  number: cells['siret'] ?? '',
  sectors: sectorsIn(cells['secteurs_activite'] || cells['sectors'] || ''),
}))

function sectorsIn(written: string): string[] {
  if (!written.startsWith('[')) return written === '' ? [] : written.split(/[;|]/)
  try {
    const list: unknown = JSON.parse(written)
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

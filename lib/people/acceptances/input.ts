import { z } from 'zod'
import { type Acceptable, acceptable } from '../../../tenants/legal'

const version = z.coerce.number().int().min(1).optional().catch(undefined)

/** The versions somebody had before their eyes when they agreed: `accord.terms=3`. */
export const AgreedTo = z
  .object(Object.fromEntries(acceptable.map((one) => [`accord.${one}`, version])))
  .transform((form) => {
    const seen = acceptable.map((one) => [one, form[`accord.${one}`]] as const)
    return Object.fromEntries(seen.filter(([, shown]) => shown !== undefined)) as AgreedTo
  })
export type AgreedTo = Partial<Record<Acceptable, number>>

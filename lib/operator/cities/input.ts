import { z } from 'zod'
import { cityStatuses } from '../../tenancy/states/rules'
import { plainText } from '../../text'

export const NewStatus = z.object({
  city: z.string().max(60),
  status: z.enum(cityStatuses),
  /** Said to everyone who comes. */
  reason: plainText({ max: 300 }),
})

/** What is asked of the list in its address; anything else is as if it were not there. */
export const SoughtCities = z.object({
  q: z.string().trim().max(80).catch(''),
  etat: z.enum(cityStatuses).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

import { z } from 'zod'
import { cityStatuses } from '../../tenancy/states/rules'
import { plainText } from '../../text'

export const NewStatus = z.object({
  city: z.string().max(60),
  status: z.enum(cityStatuses),
  /** Said to everyone who comes. */
  reason: plainText({ max: 300 }),
})

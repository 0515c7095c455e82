import { z } from 'zod'
import { plainText } from '../../../text'
import { unionReason } from '../rules'

export const AskForUnion = z.object({
  kept: z.uuid('choice_required'),
  absorbed: z.uuid('choice_required'),
  reason: plainText(unionReason),
})

export const DecideUnion = z.object({ unionId: z.uuid() })

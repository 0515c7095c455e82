import { z } from 'zod'
import { plainText } from '../../text'
import { banOutcomes, banText } from './rules'

export const AskForBan = z.object({ personId: z.uuid('choice_required'), reason: plainText(banText) })
export const DecideBan = z.object({ banId: z.uuid() })
export const AppealBan = z.object({ appeal: plainText(banText) })
export const ReviewBan = z.object({
  banId: z.uuid(),
  outcome: z.enum(banOutcomes, { error: 'choice_required' }),
  reply: plainText(banText),
})

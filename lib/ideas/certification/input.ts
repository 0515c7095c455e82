import { z } from 'zod'
import { plainText } from '../../text'

const ticked = z.literal('on').optional().transform(Boolean)
const ideaId = z.uuid()
const reason = plainText({ min: 30, max: 2000 })

export const ConditionFields = z.object({
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  onlyFresh: ticked,
  onlyHeld: ticked,
})
export const ProposeInput = ConditionFields.extend({ ideaId, reason }).refine(
  ({ fromDay, toDay }) => fromDay <= toDay,
  { path: ['toDay'], error: 'days_in_order' },
)
export const DecisionInput = z.object({ ideaId, id: z.uuid() })
export const ReverseInput = DecisionInput.extend({ reason })
export const EarlyInput = z.object({ ideaId, text: reason })
export const ReleaseInput = z.object({ ideaId })

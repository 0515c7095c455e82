import { z } from 'zod'
import { lineOfText } from '../../../text'

export const ExcludeInput = z.strictObject({
  registrationId: z.uuid(),
  reason: lineOfText({ min: 10, max: 300 }),
})
export const LiftInput = z.strictObject({ activityId: z.uuid(), dateId: z.uuid(), exclusionId: z.uuid() })

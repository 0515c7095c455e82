import { z } from 'zod'
import { lineOfText } from '../../../text'

const registrationId = z.uuid()

export const RequestInput = z.strictObject({ registrationId })
export const DeclineInput = z.strictObject({ registrationId, reason: lineOfText({ min: 10, max: 300 }) })

/** Nothing written is no limit. */
const seats = z
  .string()
  .trim()
  .regex(/^(?:[1-9]\d{0,4})?$/, 'unreadable')
  .transform((typed) => (typed === '' ? null : Number(typed)))

export const SeatsInput = z.strictObject({
  dateId: z.uuid(),
  positionId: z.uuid(),
  capacity: seats,
  hasWaitlist: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'on'),
})

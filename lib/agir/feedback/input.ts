import { z } from 'zod'
import { plainText } from '../../text'

export const FeedbackInput = z.strictObject({
  dateId: z.uuid(),
  rating: z
    .string()
    .regex(/^[1-5]?$/, 'invalid_choice')
    .default('')
    .transform((given) => (given === '' ? null : Number(given))),
  /** Whether the access was as it is told. */
  access: z.enum(['yes', 'no', '']).catch('').default(''),
  text: plainText({ max: 2000 }).default(''),
})

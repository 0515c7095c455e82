import { z } from 'zod'
import { lineOfText } from '../../text'
import { mostMinutes } from './rules'

const registrationId = z.uuid()

/** `2:30`, `2h30`, `2 h`, `2`: as people write how long something took. */
const lasting = z
  .string()
  .trim()
  .regex(/^\d{1,2}(?:\s*[:hH]\s*(?:[0-5]?\d)?)?$/, 'duration')
  .transform((typed) => {
    const [hours, minutes] = typed.split(/[:hH]/)
    return Number(hours) * 60 + Number(minutes || 0)
  })
  .refine((minutes) => minutes <= mostMinutes, 'duration')

export const DeclareInput = z.strictObject({
  registrationId,
  lasted: lasting.refine((minutes) => minutes > 0, 'duration'),
})

export const AnswerInput = z.strictObject({
  registrationId,
  seen: z.coerce.number().int(),
  lasted: lasting,
  reason: lineOfText({ max: 300 }).transform((text) => (text === '' ? null : text)),
})

export const DateInput = z.strictObject({ dateId: z.uuid() })

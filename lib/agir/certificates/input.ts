import { z } from 'zod'
import { lineOfText } from '../../text'
import { serialTyped } from './rules'

const day = z.iso.date({ error: 'day' })

export const IssueInput = z.strictObject({
  from: day,
  until: day,
  /** One ticked is a word, several are a list. */
  organisationIds: z.preprocess(
    (ticked) => [ticked].flat().filter(Boolean),
    z.array(z.uuid('choice_required')).min(1, 'choice_required').max(50),
  ),
})

export const RevokeInput = z.strictObject({
  serial: z.string().transform((typed, context) => {
    const serial = serialTyped(typed)
    if (serial) return serial
    context.addIssue({ code: 'custom', message: 'unreadable' })
    return z.NEVER
  }),
  reason: lineOfText({ min: 10, max: 300 }),
})

import { z } from 'zod'
import { groundOf } from '../../moderation/rules'
import { lengthOf, lineOfText, plainText } from '../../text'
import { namesAnother, refusalCodes, shortestReason } from './rules'

export const PublishInput = z.object({ ideaId: z.uuid() })

export const RefuseInput = z
  .object({
    ideaId: z.uuid(),
    code: z.enum(refusalCodes, { error: 'choice_required' }),
    text: plainText({ min: 1, max: 2000 }),
    groundText: lineOfText({ max: 300 })
      .optional()
      .transform((said) => said || null),
    /** The public address of the other idea, or the last word of it. */
    same: z
      .string()
      .trim()
      .max(500)
      .default('')
      .transform((typed) => typed.split(/[?#]/)[0]!.split('/').filter(Boolean).at(-1) ?? null),
  })
  .superRefine(({ code, text, groundText, same }, context) => {
    const min = shortestReason(code)
    if (lengthOf(text) < min)
      context.addIssue({ code: 'custom', path: ['text'], message: 'too_short', params: { min } })
    if (groundOf(code) === 'law' && !groundText)
      context.addIssue({ code: 'custom', path: ['groundText'], message: 'law_needed' })
    if (namesAnother(code) && !same) context.addIssue({ code: 'custom', path: ['same'], message: 'required' })
  })

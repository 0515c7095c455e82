import { z } from 'zod'
import { lengthOf, plainText } from '../../text'
import { refusalCodes, shortestReason } from './rules'

export const PublishInput = z.object({ ideaId: z.uuid() })

export const RefuseInput = z
  .object({
    ideaId: z.uuid(),
    code: z.enum(refusalCodes, { error: 'choice_required' }),
    text: plainText({ min: 1, max: 2000 }),
  })
  .superRefine(({ code, text }, context) => {
    const min = shortestReason(code)
    if (lengthOf(text) >= min) return
    context.addIssue({ code: 'custom', path: ['text'], message: 'too_short', params: { min } })
  })

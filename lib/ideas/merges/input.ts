import { z } from 'zod'
import { plainText } from '../../text'
import { reasonLength } from './rules'

/** The address of the other idea's page, or the last part of it. */
export const IdeaAddress = z
  .string()
  .trim()
  .max(500)
  .transform((typed) => typed.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1) ?? '')
  .pipe(
    z
      .string()
      .min(1, { error: 'required', abort: true })
      .regex(/^[a-z0-9-]{1,200}$/),
  )

export const ProposeInput = z.object({
  ideaId: z.uuid(),
  other: IdeaAddress,
  reason: plainText(reasonLength),
})
export const AnswerInput = z.object({ mergeId: z.uuid(), answer: z.enum(['yes', 'no']) })
export const MergeInput = z.object({ mergeId: z.uuid() })
export const UndoInput = z.object({ mergeId: z.uuid(), reason: plainText(reasonLength) })
export const VoiceInput = z.object({ ideaId: z.uuid(), answer: z.enum(['yes', 'no']) })

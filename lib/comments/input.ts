import { z } from 'zod'
import { plainText } from '../text'
import { limits, stances } from './rules'

const body = plainText(limits.length)
/** A form without script sends an empty field where there is nothing to answer. */
const parentId = z.union([z.uuid(), z.literal('').transform(() => null)]).default(null)

export const CommentInput = z
  .object({ ideaId: z.uuid(), parentId, stance: z.enum(stances).optional(), body })
  .refine(({ parentId: answered, stance }) => answered !== null || stance !== undefined, {
    path: ['stance'],
    error: 'choice_required',
  })

/** What is said for the city, or by the idea's author as news of it. */
export const SpokenInput = z.object({ ideaId: z.uuid(), parentId, body })

export const ChangeInput = z.object({ commentId: z.uuid(), stance: z.enum(stances).optional(), body })

export const OwnCommentInput = z.object({ commentId: z.uuid() })

const pressed = <Opinion extends 'useful' | 'useless' | 'none'>(opinion: Opinion) =>
  z.object({ [opinion]: z.uuid() }).transform((form) => ({ commentId: form[opinion]!, opinion }))

/** The button that was pressed says what one thinks, and of which comment. */
export const VoteInput = z.union([pressed('useful'), pressed('useless'), pressed('none')])

import { z } from 'zod'
import { refusalCodes, shortestReason } from '../../ideas/moderation/rules'
import { lengthOf, lineOfText, plainText } from '../../text'
import { groundOf, type SubjectKind } from '../rules'

const reply = plainText({ min: 30, max: 2000 })
const ticked = z.literal('1').optional().transform(Boolean)

export const TaskInput = z.strictObject({ taskId: z.uuid() })

export const ClaimInput = z.strictObject({ taskId: z.uuid(), takeOver: ticked })

const ids = z.array(z.uuid()).min(1, 'choice_required').max(50)

/** Boxes ticked in the list: one alone comes as itself. */
export const SeveralInput = z.strictObject({
  task: z.preprocess((ticked) => (ticked === undefined ? [] : [ticked].flat()), ids),
  does: z.enum(['claim', 'release'], 'choice_required'),
})

export const WordsInput = z.strictObject({ taskId: z.uuid(), text: reply })

export const HideInput = z
  .strictObject({
    taskId: z.uuid(),
    code: z.enum(refusalCodes, { error: 'choice_required' }),
    text: plainText({ min: 1, max: 2000 }),
    groundText: lineOfText({ max: 300 }).transform((said) => said || null),
  })
  .superRefine(({ code, text, groundText }, context) => {
    const min = shortestReason(code)
    if (lengthOf(text) < min)
      context.addIssue({ code: 'custom', path: ['text'], message: 'too_short', params: { min } })
    if (groundOf(code) === 'law' && !groundText)
      context.addIssue({ code: 'custom', path: ['groundText'], message: 'law_needed' })
  })

/** The public address of an idea, or the last word of it. */
/** What an address is about, by the word before its last. */
function kindAt(words: string[]): SubjectKind {
  const before = words.at(-2)
  if (before === 'organisations') return 'organisation'
  if (before === 'activites') return 'activity'
  if (before === 'initiatives') return 'initiative'
  if (before === 'nouvelles') return 'news'
  return before === 'commentaires' ? 'comment' : 'idea'
}

export const TakeUpInput = z
  .strictObject({
    address: z
      .string()
      .trim()
      .min(1, 'required')
      .max(500)
      .transform((typed) => typed.split(/[?#]/)[0]!.split('/').filter(Boolean)),
  })
  .transform(({ address }) => ({ kind: kindAt(address), address: address.at(-1) ?? '' }))

import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import { removalGrounds, removalText } from './rules'

/** A page's address as one copies it: its last word is enough. */
const address = lineOfText({ min: 1, max: 300 }).transform(
  (written) =>
    written
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '',
)

export const AskRemoval = z.object({
  address,
  ground: z.enum(removalGrounds, { error: 'choice_required' }),
  legal: lineOfText({ min: 5, max: 200 }),
  reason: plainText(removalText),
})
export const DecideRemoval = z.object({ removalId: z.uuid() })

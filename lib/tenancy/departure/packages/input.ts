import { z } from 'zod'
import { passphraseLength } from './rules'

/** The name of the city, written out by whoever asks; and, to take people along, the words they will be sealed with. */
export const AskForPackage = z
  .strictObject({
    cityName: z.string().trim().min(1, 'required').max(200),
    people: z.literal('on').optional(),
    words: z.string().max(passphraseLength.max, 'too_long').default(''),
  })
  .refine(({ people, words }) => !people || words.trim().length >= passphraseLength.min, {
    error: 'too_short',
    path: ['words'],
  })

export const AskForArchive = z.object({})

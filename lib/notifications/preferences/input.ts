import { z } from 'zod'
import { categories, type Category, frequencies, type Frequency } from '../rules'

const frequency = z.enum(frequencies, 'choice_required')
const all = Object.fromEntries(categories.map((category) => [category, frequency])) as Record<
  Category,
  typeof frequency
>

/** One answer for each kind of letter. A kind that was not asked of this person is sent as it is. */
export const LetterChoices = z
  .strictObject({ wantsMail: z.literal('on').optional().transform(Boolean), ...all })
  .transform(({ wantsMail, ...frequencies }) => ({
    wantsMail,
    frequencies: frequencies as Record<Category, Frequency>,
  }))

export const NoInput = z.strictObject({})

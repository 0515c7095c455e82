import { z } from 'zod'

export const SuggestionsInput = z.strictObject({
  wanted: z.enum(['1', '0']).transform((wanted) => wanted === '1'),
})

import { z } from 'zod'

/** The last part of an address, whether the whole was pasted or that part alone. */
const slugIn = z
  .string()
  .max(500)
  .transform((said) => said.trim().split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1) ?? '')
  .pipe(z.string().regex(/^[a-z0-9-]{1,120}$/, 'unreadable'))

export const ClaimInput = z.strictObject({ activity: slugIn, organisation: slugIn })
export const ChangeInput = z.strictObject({
  changeId: z.uuid(),
  answer: z.enum(['take', 'keep'], 'choice_required'),
})
export const DuplicateInput = z.strictObject({
  candidateId: z.uuid(),
  answer: z.enum(['merge', 'dismiss'], 'choice_required'),
})

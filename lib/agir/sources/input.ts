import { z } from 'zod'
import { plainText } from '../../text'
import { claimLimits } from './claims/rules'

/** The last part of an address, whether the whole was pasted or that part alone. */
const slugIn = z
  .string()
  .max(500)
  .transform((said) => said.trim().split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1) ?? '')
  .pipe(z.string().regex(/^[a-z0-9-]{1,120}$/, 'unreadable'))

export const ClaimInput = z.strictObject({ activity: slugIn, organisation: slugIn })
export const ClaimAskInput = z.strictObject({
  slug: slugIn,
  organisationId: z.uuid('choice_required'),
  said: plainText(claimLimits.said),
  proofUrl: z
    .string()
    .trim()
    .max(500, 'too_long')
    .refine((url) => url === '' || /^https?:\/\/\S+\.\S+$/.test(url), 'web_address')
    .transform((url) => url || null),
})
export const ClaimDecideInput = z.strictObject({
  claimId: z.uuid(),
  answer: z.enum(['grant', 'refuse'], 'choice_required'),
  reply: plainText(claimLimits.reply),
})
export const ChangeInput = z.strictObject({
  changeId: z.uuid(),
  answer: z.enum(['take', 'keep'], 'choice_required'),
})
export const DuplicateInput = z.strictObject({
  candidateId: z.uuid(),
  answer: z.enum(['merge', 'dismiss'], 'choice_required'),
})

import { z } from 'zod'
import { safePath } from '../../auth/safe-path'
import { mailAddress } from '../../mail/address'
import { PersonName } from '../input'

const next = z
  .string()
  .optional()
  .transform((path) => safePath(path))

export const AskForLink = z.strictObject({
  email: z
    .string('required')
    .min(1, 'required')
    .max(254, 'email')
    .transform((typed, check) => {
      const address = mailAddress(typed)
      if (!address) check.addIssue({ code: 'custom', message: 'email' })
      return address ?? ''
    }),
  suite: next,
})

export const OpenLink = z.object({
  jeton: z.string().regex(/^[\w-]{43}$/, 'unreadable'),
  nom: PersonName.nullish().catch(null),
})

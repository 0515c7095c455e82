import { z } from 'zod'
import { mailAddress } from '../../mail/address'

export const IdeaInput = z.object({ ideaId: z.uuid() })
export const InviteInput = z.object({
  ideaId: z.uuid(),
  email: z
    .string('required')
    .min(1, 'required')
    .max(254, 'email')
    .transform((typed, check) => {
      const address = mailAddress(typed)
      if (!address) check.addIssue({ code: 'custom', message: 'email' })
      return address ?? ''
    }),
})
export const InvitationInput = z.object({ jeton: z.string().regex(/^[\w-]{43}$/, 'unreadable') })
export const InvitationIdInput = z.object({ invitationId: z.uuid() })

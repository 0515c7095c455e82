import { z } from 'zod'
import { mailAddress } from '../../../mail/address'
import { memberRoles } from '../rules'

export const MemberInput = z.object({ membershipId: z.uuid() })

export const RoleInput = z.object({ membershipId: z.uuid(), role: z.enum(memberRoles, 'choice_required') })

export const InviteInput = z.object({
  organisationId: z.uuid(),
  role: z.enum(memberRoles, 'choice_required'),
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

export const AnswerInput = z.object({ membershipId: z.uuid(), answer: z.enum(['accept', 'decline']) })

export const TokenInput = z.object({ jeton: z.string().regex(/^[\w-]{43}$/, 'unreadable') })

export const JoinInput = z.object({ slug: z.string().min(1).max(120) })

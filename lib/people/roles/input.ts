import { z } from 'zod'
import { lineOfText } from '../../text'
import { grantedRoles, scopeKinds } from '../rules'

const optionalDay = z
  .union([z.literal(''), z.iso.date('unreadable')])
  .optional()
  .transform((day) => day || null)

/** « district:11 »; « city » alone is everywhere. */
const Scope = z
  .string()
  .max(120)
  .transform((chosen, context) => {
    const [kind, ...rest] = chosen.split(':')
    const scopeKind = scopeKinds.find((one) => one === kind)
    const scopeValue = rest.join(':') || null
    if (scopeKind && (scopeKind === 'city') === (scopeValue === null)) return { scopeKind, scopeValue }
    context.addIssue({ code: 'custom', message: 'choice_required' })
    return z.NEVER
  })

export const GrantInput = z.strictObject({
  personId: z.uuid(),
  role: z.enum(grantedRoles, 'choice_required'),
  scope: Scope,
  startsOn: optionalDay,
  endsOn: optionalDay,
  reason: lineOfText({ min: 5, max: 300 }),
})

export const EndInput = z.strictObject({ grantId: z.uuid(), endsOn: optionalDay })

export const RevokeInput = z.strictObject({ grantId: z.uuid() })

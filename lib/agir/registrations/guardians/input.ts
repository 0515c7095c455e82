import { z } from 'zod'
import { linkToken } from '../guests/input'
import { consentScopes } from '../rules'

export const ConsentInput = z.strictObject({
  jeton: linkToken,
  scope: z.enum(consentScopes, 'choice_required'),
  authority: z.literal('on', 'required'),
})

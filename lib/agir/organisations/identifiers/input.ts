import { z } from 'zod'
import { identifierSchemes } from '../rules'
import { normalised, numberProblem } from './rules'

export const NumberInput = z
  .object({
    organisationId: z.uuid(),
    scheme: z.enum(identifierSchemes, 'choice_required'),
    value: z.string('required').max(60, 'number_form').transform(normalised),
  })
  .superRefine((typed, context) => {
    const problem = typed.value === '' ? 'required' : numberProblem(typed)
    if (problem) context.addIssue({ code: 'custom', path: ['value'], message: problem })
  })

export const ReleaseInput = z.object({
  organisationId: z.uuid(),
  scheme: z.enum(identifierSchemes),
  value: z.string().max(60),
})

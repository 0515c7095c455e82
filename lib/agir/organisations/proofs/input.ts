import { z } from 'zod'
import { lineOfText, plainText } from '../../../text'
import { identifierSchemes } from '../rules'

const slug = z.string().min(1).max(120)

export const DomainInput = z.object({ organisationId: z.uuid(), method: z.enum(['dns', 'well_known']) })

export const AskInput = z.object({
  organisationId: z.uuid(),
  method: z.enum(['letter_code', 'document']),
  said: plainText({ min: 5, max: 500 }),
})

/** As it is read from paper: spaces and dashes do not matter. */
export const CodeInput = z.object({
  organisationId: z.uuid(),
  code: lineOfText({ min: 1, max: 30 }).transform((typed) => typed.normalize('NFKC').replace(/\D/g, '')),
})

export const VouchInput = z.object({ slug })
export const VouchForInput = z.object({ slug, byOrganisationId: z.uuid() })
export const ClaimInput = z.object({ slug, said: plainText({ min: 20, max: 1000 }) })

export const ProofInput = z.object({ proofId: z.uuid() })
export const DecideInput = z.object({
  proofId: z.uuid(),
  answer: z.enum(['proven', 'refused']),
  text: plainText({ min: 30, max: 1000 }),
})
export const PartnerInput = z.object({
  organisationId: z.uuid(),
  isPartner: z.enum(['1', '0']).transform((said) => said === '1'),
})
export const DissolvedInput = z.object({
  organisationId: z.uuid(),
  scheme: z.enum(identifierSchemes),
  value: z.string().min(1).max(60),
})

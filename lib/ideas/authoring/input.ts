import { z } from 'zod'
import type { Tenant } from '../../../tenants/tenant'
import { lineOfText, plainText } from '../../text'

export const OwnIdeaInput = z.object({ ideaId: z.uuid() })

export const EditInput = ({ tenant }: { tenant: Tenant }) =>
  z.object({
    ideaId: z.uuid(),
    title: lineOfText(tenant.ideas.titleLength),
    body: plainText(tenant.ideas.bodyLength),
  })

export const addendumLength = { min: 20, max: 1000 }

export const AddendumInput = z.object({ ideaId: z.uuid(), body: plainText(addendumLength) })

import { z } from 'zod'

export const OneInvitation = z.object({ city: z.string().max(60), invitation: z.uuid() })

import { z } from 'zod'

export const OpenNotice = z.strictObject({ eventId: z.uuid() })
export const Everything = z.strictObject({})

import { z } from 'zod'

export const OneLetter = z.strictObject({ letterId: z.uuid() })
export const EveryLetter = z.strictObject({})

import { z } from 'zod'

const day = z.iso.date({ error: 'day' })

export const EveryTimeInput = z.strictObject({
  scheduleId: z.uuid('choice_required'),
  until: z.union([z.literal('').transform(() => null), day]).default(null),
})
export const StandingInput = z.strictObject({ standingId: z.uuid() })
export const AwayInput = z.strictObject({ standingId: z.uuid(), from: day, until: day })

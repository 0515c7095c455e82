import { z } from 'zod'

export const AddHost = z.object({
  host: z.string('required').trim().min(1, 'required').max(300),
  surface: z.enum(['shared', 'decider', 'agir']),
})
export const OneHost = z.object({ host: z.string().max(253) })
export const SwitchHost = z.object({ host: z.string().max(253), understood: z.literal('on', 'required') })

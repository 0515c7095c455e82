import { z } from 'zod'

export const SupportInput = z.object({ ideaId: z.uuid() })
export const FollowInput = z.object({ ideaId: z.uuid() })

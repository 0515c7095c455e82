import { z } from 'zod'

export const SignIn = z.object({ email: z.email(), password: z.string().min(1, 'required').max(200) })
export const Code = z.object({ code: z.string().trim().min(6, 'code').max(20, 'code') })

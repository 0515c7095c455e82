import { z } from 'zod'
import { plainText } from '../../text'

const ticket = z.object({ city: z.string().max(60), ticket: z.uuid() })
export const Answer = ticket.extend({ body: plainText({ min: 1, max: 4000 }) })
export const OneCall = ticket

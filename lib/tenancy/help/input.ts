import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import { accessHours } from './rules'

const ticket = z.object({ ticket: z.uuid() })
const hours = z
  .enum(accessHours.map(String) as [string, ...string[]], 'choice_required')
  .transform((written) => Number(written))
const none = z.enum(['', '0']).transform(() => null)

export const NewTicket = z.object({
  subject: lineOfText({ min: 3, max: 120 }),
  body: plainText({ min: 10, max: 4000 }),
  hours: z.union([none, hours]),
})
export const Reply = ticket.extend({ body: plainText({ min: 1, max: 4000 }) })
export const Grant = ticket.extend({ hours })
export const OneTicket = ticket

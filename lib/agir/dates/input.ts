import { z } from 'zod'
import { lineOfText } from '../../text'
import { scopes } from './rules'

const dateId = z.uuid()
const reason = lineOfText({ min: 10, max: 300 })
export const optionalReason = lineOfText({ max: 300 }).transform((text) => (text === '' ? null : text))
const scope = z.enum(scopes).catch('one')
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour')

export const DateInput = z.object({ dateId })
export const CancelInput = z.object({ dateId, scope, reason })
export const PostponeInput = z.object({ dateId, reason })
export const OnlineInput = z.object({
  dateId,
  onlineUrl: z
    .string()
    .trim()
    .max(500)
    .regex(/^https?:\/\/\S+\.\S+$/, 'web_address'),
  reason: optionalReason,
})

/** What ends before it began ends the next day. */
export const MoveInput = z
  .object({ dateId, scope, on: z.iso.date({ error: 'day' }), from: hour, to: hour, reason: optionalReason })
  .transform(({ on, from, to, ...move }) => ({
    ...move,
    startsLocal: `${on} ${from}:00`,
    endsLocal: `${to > from ? on : dayAfter(on)} ${to}:00`,
  }))

function dayAfter(day: string): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10)
}

import { z } from 'zod'
import { lineOfText } from '../../text'
import { markedStates, mostMarks } from './rules'

const dateId = z.uuid()
const mark = { registrationId: z.uuid(), state: z.enum(markedStates), requestId: z.uuid() }

export const MarkInput = z.strictObject({ dateId, ...mark })
export const RestInput = z.strictObject({ dateId })

/** What a phone kept while the network was away, the oldest first. */
export const SyncInput = z.strictObject({
  dateId,
  marks: z
    .string()
    .max(40_000)
    .transform((sent, context) => {
      try {
        return JSON.parse(sent) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'unreadable' })
        return z.NEVER
      }
    })
    .pipe(
      z
        .array(z.strictObject({ ...mark, tappedAt: z.coerce.date('unreadable') }), 'unreadable')
        .max(mostMarks),
    ),
})

export const ComerInput = z.strictObject({
  dateId,
  name: lineOfText({ min: 1, max: 60 }),
  party: z.coerce.number('unreadable').int('unreadable').min(1).max(30).default(1),
  requestId: z.uuid(),
})

export const BreakInput = z.strictObject({
  dateId,
  breakMinutes: z.coerce.number('unreadable').int('unreadable').min(0).max(600),
})

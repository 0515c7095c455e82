import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import { boxes } from '../activities/answers/fields/input'
import { languagesSpoken } from '../activities/answers/input'
import { announcementLimits } from '../announcements/rules'
import { dayParts, skills } from '../volunteers/rules'
import { callLimits, replies } from './rules'

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'number')
    .transform(Number)
    .pipe(z.number().min(least, 'number').max(most, 'number'))
const orNothing = (value: string) => (value === '' ? null : value)

export const CallInput = () => {
  const needed = boxes('skill', skills)
  return z
    .object({
      organisationId: z.union([z.uuid(), z.literal('')]).transform(orNothing),
      title: lineOfText(callLimits.title),
      body: plainText(callLimits.body),
      meeting: lineOfText(callLimits.meeting),
      districtCode: z.string().max(60).transform(orNothing),
      onDay: z.iso.date('date'),
      part: z.enum(dayParts, 'choice_required'),
      language: z.enum(['', ...languagesSpoken], 'choice_required').transform(orNothing),
      minAge: number(16, 99),
      seats: number(1, callLimits.seats),
      ...needed.shape,
    })
    .transform((filled) => {
      const { organisationId, title, body, meeting, districtCode, onDay, part, language, minAge, seats } =
        filled
      const need = { districtCode, onDay, part, language, minAge, seats, skills: needed.ticked(filled) }
      return { organisationId, call: { title, body, meeting, ...need } }
    })
}

export const CallAnnounceInput = z.strictObject({
  callId: z.uuid(),
  body: plainText(announcementLimits.length),
})

export const OneCallInput = z.strictObject({ callId: z.uuid() })

/** The button that was pressed is the answer; the token is there where nobody signed in. */
export const ReplyInput = z.strictObject({
  answerId: z.uuid(),
  reply: z.enum(replies),
  jeton: z.string().max(100).optional(),
})

import { z } from 'zod'
import { plainText } from '../../text'
import { causeLength } from './rules'

const text = plainText(causeLength)
const lastDay = z
  .string()
  .min(1, { error: 'required', abort: true })
  .pipe(z.iso.date({ error: 'day' }))

export const ProlongInput = z.object({ ideaId: z.uuid(), lastDay, text })
export const WordedInput = z.object({ ideaId: z.uuid(), text })
export const PauseInput = z.object({ text })
export const OutageInput = z.object({ days: z.coerce.number().int().min(1).max(60), text })

import { z } from 'zod'
import { plainText } from '../../text'
import { announcementLimits, reaches } from './rules'

export const AnnounceInput = z.strictObject({
  dateId: z.uuid(),
  reach: z.enum(reaches, 'choice_required'),
  body: plainText(announcementLimits.length),
})

import { z } from 'zod'
import { mailAddress } from '../../mail/address'
import { plainText } from '../../text'
import { publicKinds, reportReasons } from '../rules'

const address = z
  .string()
  .max(254, 'email')
  .transform((written, check) => {
    if (written.trim() === '') return null
    const read = mailAddress(written)
    if (!read) check.addIssue({ code: 'custom', message: 'email' })
    return read
  })

export const ReportInput = z.strictObject({
  kind: z.enum(publicKinds),
  subjectId: z.uuid(),
  reason: z.enum(reportReasons, 'choice_required'),
  text: plainText({ min: 20, max: 2000 }),
  email: address.optional(),
  goodFaith: z.literal('on', 'good_faith_required'),
})

import { z } from 'zod'
import { plainText } from '../../text'
import { exportSubjects, fieldsFor, reasonLength } from './rules'

export const AskForExport = z
  .strictObject({
    subject: z.enum(exportSubjects, 'choice_required'),
    fields: z
      .union([z.string().max(40), z.array(z.string().max(40)).max(20)], 'choice_required')
      .transform((fields) => [fields].flat()),
    reason: plainText(reasonLength),
  })
  .transform((asked) => ({ ...asked, fields: fieldsFor(asked.subject, asked.fields) }))
  .refine(({ fields }) => fields.length > 0, { error: 'choice_required', path: ['fields'] })

import { z } from 'zod'
import { refusalCodes } from '../../ideas/moderation/rules'
import { locales } from '../../../tenants/tenant'
import { lineOfText, plainText } from '../../text'

export const TemplateInput = z.strictObject({
  id: z.union([z.literal(''), z.uuid()]).transform((id) => id || null),
  code: z.union([z.literal(''), z.enum(refusalCodes)]).transform((code) => code || null),
  locale: z.enum(locales),
  title: lineOfText({ min: 3, max: 80 }),
  body: plainText({ min: 30, max: 2000 }),
})

export const ForgetTemplateInput = z.strictObject({ id: z.uuid() })

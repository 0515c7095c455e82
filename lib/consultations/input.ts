import { z } from 'zod'
import type { Tenant } from '../../tenants/tenant'
import { lineOfText, plainText } from '../text'
import { summaryLines, types } from './rules'

const empty = z.literal('').transform(() => null)
const optional = <Shape extends z.ZodType>(shape: Shape) => z.union([empty, shape]).default(null)
const day = optional(z.iso.date({ error: 'day' }))
/** Where people are sent from the city’s own pages: never a script, and nothing that can be listened to on the way. */
const webAddress = z.url({ protocol: /^https$/, error: 'web_address' }).max(500)
const address = optional(webAddress)
const words = plainText({ max: 3000 }).default('')

/** What has been written so far. A draft may be kept with anything missing; what is there must be readable. */
export const ConsultationInput = ({ tenant }: { tenant: Tenant }) =>
  z.object({
    id: optional(z.uuid()),
    type: z.enum(types, { error: 'choice_required' }),
    title: lineOfText({ min: 5, max: 120 }),
    districtCode: optional(z.enum(tenant.territory.districts.map(({ code }) => code))),
    themeId: optional(z.enum(tenant.themes.map(({ id }) => id))),
    departmentId: optional(z.enum(tenant.departments.map(({ id }) => id))),
    summary: plainText({ max: 600 })
      .default('')
      .refine((text) => text.split('\n').length <= summaryLines, 'too_many_lines'),
    decided: words,
    undecided: words,
    audience: plainText({ max: 500 }).default(''),
    modalities: words,
    legalFrame: optional(plainText({ max: 1000 })),
    contact: plainText({ max: 300 }).default(''),
    place: optional(lineOfText({ max: 200 })),
    hour: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour')),
    externalUrl: address,
    opensOn: day,
    closesOn: day,
    reportDueOn: day,
    /** Why its dates change, once people were told of them. */
    reason: optional(plainText({ min: 20, max: 1000 })),
  })
export type ConsultationFields = z.output<ReturnType<typeof ConsultationInput>>

export const OneConsultation = z.object({ id: z.uuid() })

export const CancelInput = z.object({ id: z.uuid(), reason: plainText({ min: 20, max: 1000 }) })

export const ReportInput = z.object({
  id: z.uuid(),
  participantCount: z.coerce.number({ error: 'required' }).int().min(0).max(100_000_000),
  text: plainText({ min: 30, max: 6000 }),
})

export const WordsInput = z.object({ id: z.uuid(), text: plainText({ min: 30, max: 6000 }) })

export const LinkInput = z.object({
  id: z.uuid(),
  title: lineOfText({ min: 3, max: 160 }),
  url: webAddress,
})

export const FileInput = z.object({
  id: z.uuid(),
  title: lineOfText({ min: 3, max: 160 }),
  file: z.instanceof(File, { error: 'required' }),
})

export const DocumentInput = z.object({ id: z.uuid(), documentId: z.uuid() })

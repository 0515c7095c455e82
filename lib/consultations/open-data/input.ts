import { z } from 'zod'
import { locales } from '../../../tenants/tenant'
import { type Status, statuses, types } from '../rules'

const names = Object.keys(statuses) as [Status, ...Status[]]
const listOf = <Name extends string>(values: readonly [Name, ...Name[]], what: string) =>
  z
    .string()
    .max(400)
    .describe(`One ${what} or several, separated by commas: ${values.join(', ')}.`)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(values)))
    .optional()

export const InventoryQuery = z.object({
  status: listOf(names, 'status'),
  type: listOf(types, 'type'),
  district: z.string().max(100).describe('A district code, or `ville` for the whole city.').optional(),
  theme: z.string().max(100).optional(),
  from: z.iso.date().describe('Still open on this day or later.').optional(),
  until: z.iso.date().describe('Opened on this day or before.').optional(),
  page: z.coerce.number().int().min(1).max(999).default(1),
})

const day = z.iso.date()

export const ConsultationSummary = z.object({
  id: z.uuid(),
  url: z.url(),
  externalUrl: z.url().nullable().describe('Where it is held, when it is not here.'),
  type: z.enum(types),
  status: z.enum(names),
  late: z.boolean().describe('The report was owed before today.'),
  title: z.string(),
  locale: z.enum(locales),
  summary: z.string(),
  district: z.string().nullable().describe('Null when it is the whole city’s.'),
  theme: z.string().nullable(),
  department: z.string().nullable(),
  place: z.string().nullable(),
  hour: z.string().nullable(),
  opensOn: day.nullable().describe('A day of the city’s calendar.'),
  closesOn: day.nullable().describe('Included.'),
  reportDueOn: day.nullable(),
  reportedOn: day.nullable(),
  decidedOn: day.nullable(),
  followedUpOn: day.nullable(),
  cancelledOn: day.nullable().describe('It does not take place.'),
  cancelReason: z.string().nullable(),
  participants: z.number().int().nullable(),
})

export const Consultation = ConsultationSummary.extend({
  decided: z.string().describe('What is decided already.'),
  undecided: z.string().describe('What those who answer can change.'),
  audience: z.string(),
  modalities: z.string(),
  legalFrame: z.string().nullable(),
  contact: z.string(),
  report: z.string().nullable(),
  decision: z.string().nullable(),
  followUp: z.string().nullable(),
  documents: z.array(z.object({ title: z.string(), url: z.url() })),
})

export const Inventory = z.object({
  consultations: z.array(ConsultationSummary),
  count: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
})

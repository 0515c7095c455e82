import { z } from 'zod'
import type { Localized } from './localized'

/** What a city publishes about itself and about the service, each on a page of its own. */
export const legalDocuments = [
  'notice',
  'terms',
  'privacy',
  'cookies',
  'accessibility',
  'charter',
  'participation',
] as const
export type LegalDocument = (typeof legalDocuments)[number]

/** What a person may be asked to accept. The others inform. */
export const acceptable = ['terms', 'charter'] as const satisfies readonly LegalDocument[]
export type Acceptable = (typeof acceptable)[number]
export const isAcceptable = (document: LegalDocument): document is Acceptable =>
  (acceptable as readonly LegalDocument[]).includes(document)

export const conformities = ['none', 'partial', 'full'] as const

const day = z.iso.date()

/** The answers from which the legal pages are written. Without any, each page still says what is true of every city. */
export const Legal = <Text extends z.ZodType<Localized>>(Text: Text) =>
  z
    .strictObject({
      /** The body that answers before the law, when it is called otherwise than the city. */
      legalName: Text.optional(),
      registration: z.string().trim().min(1).max(80).optional(),
      phone: z.string().trim().min(3).max(40).optional(),
      dpoEmail: z.email().optional(),
      dpoAddress: z.string().trim().min(1).max(300).optional(),
      supervisor: Text.optional(),
      law: Text.optional(),
      accessibility: z
        .strictObject({
          state: z.enum(conformities).default('none'),
          percent: z.number().int().min(0).max(100).optional(),
          auditor: z.string().trim().min(1).max(120).optional(),
          auditedOn: day.optional(),
          gaps: Text.optional(),
          remedy: Text.optional(),
        })
        .prefault({}),
      /** A paragraph of the city's own at the end of a page. */
      extra: z.partialRecord(z.enum(legalDocuments), Text).default({}),
      reviewedOn: day.optional(),
      /** When the city last wanted everyone's agreement to a page. The terms ask newcomers in any case. */
      askedAt: z.partialRecord(z.enum(acceptable), z.iso.datetime()).default({}),
    })
    .prefault({})
export type Legal = z.output<ReturnType<typeof Legal<z.ZodType<Localized>>>>

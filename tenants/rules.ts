import { z } from 'zod'

const supports = z.number().int().min(1).max(10_000_000)

/** How many supports oblige the city: a number, fewer where one district is concerned, or a share of the population. */
const Threshold = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('absolute'), value: supports }),
  z.strictObject({
    mode: z.literal('districts'),
    value: supports,
    districts: z.record(z.string(), supports),
  }),
  z.strictObject({
    mode: z.literal('share'),
    percent: z.number().positive().max(100),
    floor: z.number().int().min(1).default(50),
    cap: z.number().int().min(1).default(5000),
  }),
])

/** Calendar months or days, whole last day included (spec: six months is a calendar notion). */
const Duration = z.union([
  z.strictObject({ months: z.number().int().min(1).max(24) }),
  z.strictObject({ days: z.number().int().min(7).max(730) }),
])

export const assurances = ['A1', 'A2', 'A3', 'A4'] as const
export type Assurance = (typeof assurances)[number]

export const residences = ['lives', 'works', 'studies', 'association'] as const
export type Residence = (typeof residences)[number]

/** The rules of a city for its ideas. Copied onto each idea when it is published, never read again for it. */
export const Rules = z.strictObject({
  threshold: Threshold,
  duration: Duration,
  supportMinAge: z.number().int().min(0).max(18).default(15),
  supportAssurance: z.enum(assurances).default('A1'),
  residence: z.array(z.enum(residences)).default([...residences]),
  withdrawUntil: z.enum(['never', 'closing']).default('closing'),
  depositMinAge: z.number().int().min(0).max(18).default(15),
  draftsPerPerson: z.number().int().min(1).max(20).default(3),
  collectingPerPerson: z.number().int().min(1).max(20).default(2),
  titleLength: z
    .strictObject({ min: z.number().int().min(5), max: z.number().int().max(200) })
    .prefault({ min: 15, max: 80 }),
  bodyLength: z
    .strictObject({ min: z.number().int().min(20), max: z.number().int().max(20_000) })
    .prefault({ min: 200, max: 4000 }),
  attachments: z.number().int().min(0).max(10).default(5),
  editWindowMinutes: z.number().int().min(0).max(1440).default(60),
  coolingOffHours: z.number().int().min(0).max(168).default(48),
  moderation: z.enum(['before', 'after']).default('before'),
  moderationWorkingDays: z.number().int().min(1).max(60).default(5),
  certificationDays: z.number().int().min(0).max(60).default(7),
  answerMonths: z.number().int().min(1).max(24).default(4),
  /** What is owed once a right is certified: a first word, someone in charge, whether it may be studied, then news. */
  acknowledgeWorkingDays: z.number().int().min(1).max(60).default(5),
  firstWordDays: z.number().int().min(1).max(180).default(15),
  admissibilityDays: z.number().int().min(1).max(365).default(30),
  progressMonths: z.number().int().min(1).max(24).default(6),
  /** How long a supported idea whose author leaves may be taken over by someone else. */
  adoptionDays: z.number().int().min(7).max(60).default(14),
  /** How well the city must know a supporter who takes such an idea over. */
  adoptionAssurance: z.enum(assurances).default('A3'),
  /** How long the supporters of an idea may carry their voice over to the one it was merged into. */
  mergeAnswerDays: z.number().int().min(7).max(60).default(21),
  /** How long a moderation decision may be appealed, and how long another person has to answer. */
  appealDays: z.number().int().min(14).max(365).default(30),
  appealAnswerDays: z.number().int().min(3).max(60).default(30),
  relaunchAfterMonths: z.number().int().min(0).max(24).default(3),
  followTicked: z.boolean().default(false),
  /** Whether people may also sign sheets of paper, which the city then types in. */
  paperSheets: z.boolean().default(false),
  /** For how many days after the last one what was handed in before is still typed in; the result waits for it. */
  paperEntryDays: z.number().int().min(0).max(60).default(0),
})
export type Rules = z.output<typeof Rules>

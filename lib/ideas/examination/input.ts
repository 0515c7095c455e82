import { z } from 'zod'
import { lineOfText, plainText } from '../../text'
import {
  type Criteria,
  decisions,
  holdings,
  milestoneKinds,
  shortestReasons,
  shortestWaiver,
  type StudyCriterion,
  studyCriteria,
} from './rules'

const ideaId = z.uuid()
const ticked = z.literal('on').optional().transform(Boolean)
const emptyIsNull = (text: string) => text || null
const optionalText = (max: number) => plainText({ max }).default('').transform(emptyIsNull)
const optionalLine = (max: number) => lineOfText({ max }).default('').transform(emptyIsNull)
const optionalDay = z.union([z.literal('').transform(() => null), z.iso.date()]).default(null)

export const FileInput = z.object({ ideaId })
export const ChargeInput = z.object({ ideaId, departmentId: optionalLine(60) })
export const AdmitInput = z.object({ ideaId, text: plainText({ min: 30, max: 2000 }) })
export const NoteInput = z.object({ ideaId, note: plainText({ min: 2, max: 4000 }) })
export const WaiveInput = z.object({
  ideaId,
  obligationId: z.uuid(),
  reason: plainText({ min: shortestWaiver, max: 2000 }),
})
export const QuestionInput = z.object({ ideaId, question: plainText({ min: 10, max: 2000 }), hidden: ticked })
export const AnswerInput = z.object({ questionId: z.uuid(), answer: plainText({ min: 2, max: 4000 }) })
export const ReopenInput = z.object({ ideaId, text: plainText({ min: 30, max: 2000 }) })

export const BecomeInput = ({ origin }: { origin: string }) =>
  z.object({ ideaId, into: lineOfText({ min: 5, max: 160 }), url: pageAddress(origin) })

/** A page of this site, or one that is served securely. */
const pageAddress = (origin: string) =>
  z
    .string({ error: 'required' })
    .trim()
    .min(1, 'required')
    .max(500, 'too_long')
    .transform((typed) =>
      typed.startsWith(`${origin}/`) ? typed.slice(origin.length).split(/[?#]/)[0]! : typed,
    )
    .refine((where) => isPageHere(where) || isSecure(where), 'web_address')

const isPageHere = (where: string) => /^(\/[a-z0-9][a-z0-9-]*)+$/.test(where)

function isSecure(where: string): boolean {
  return z.url({ protocol: /^https$/, hostname: z.regexes.domain }).safeParse(where).success
}

export const SignInput = z.object({ ideaId, title: lineOfText({ min: 3, max: 120 }) })

/** Euros as people write them, spaces and a comma allowed; kept in cents. */
const amount = z
  .string()
  .max(20)
  .default('')
  .transform((written, context) => {
    const plain = written.replace(/[\s\u00a0\u202f€$]/g, '').replace(',', '.')
    if (plain === '') return null
    if (/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return Math.round(Number(plain) * 100)
    context.addIssue({ code: 'custom', message: 'amount' })
    return z.NEVER
  })

const answered = z.enum(holdings).or(z.literal('')).default('')
const inAWord = optionalLine(400)

/** One line of the table for each criterion: `holds.law`, `note.law`. A line without an answer is not filled yet. */
const table = Object.fromEntries(
  studyCriteria.flatMap((criterion) => [
    [`holds.${criterion}`, answered],
    [`note.${criterion}`, inAWord],
  ]),
) as Record<`holds.${StudyCriterion}`, typeof answered> & Record<`note.${StudyCriterion}`, typeof inAWord>

export const StudyInput = z
  .object({
    ideaId,
    ...table,
    costLowCents: amount,
    costHighCents: amount,
    runningCostCents: amount,
    calendar: optionalText(2000),
    legalNote: optionalText(4000),
  })
  .superRefine(({ costLowCents, costHighCents }, context) => {
    if ((costLowCents === null) === (costHighCents === null) && (costLowCents ?? 0) <= (costHighCents ?? 0))
      return
    context.addIssue({ code: 'custom', path: ['costHighCents'], message: 'range' })
  })

export function criteriaIn(study: z.output<typeof StudyInput>): Criteria {
  const criteria: Criteria = {}
  for (const criterion of studyCriteria) {
    const holds = study[`holds.${criterion}`]
    if (holds) criteria[criterion] = { holds, note: study[`note.${criterion}`] ?? '' }
  }
  return criteria
}

const part = plainText({ min: 20, max: 4000 })
/** Whoever is told that it exists already is told where. */
export const OpinionInput = ({ origin }: { origin: string }) =>
  z
    .object({
      ideaId,
      decision: z.enum(decisions, { error: 'choice_required' }),
      understood: part,
      competence: part,
      cost: part,
      legalFrame: part,
      alternatives: part,
      reasons: plainText({ min: shortestReasons, max: 8000 }),
      next: part,
      nextOn: optionalDay,
      elsewhere: z.union([z.literal('').transform(() => null), pageAddress(origin)]).default(null),
    })
    .superRefine(({ decision, elsewhere }, context) => {
      if (decision === 'already_exists' && !elsewhere)
        context.addIssue({ code: 'custom', path: ['elsewhere'], message: 'required' })
    })

export const MilestoneInput = z
  .object({
    ideaId,
    kind: z.enum(milestoneKinds, { error: 'choice_required' }),
    body: plainText({ min: 20, max: 2000 }),
    plannedOn: optionalDay,
    doneOn: optionalDay,
    reference: optionalLine(120),
    url: z
      .union([z.literal('').transform(() => null), z.url({ protocol: /^https$/ }).max(500)])
      .default(null),
    photo: z.instanceof(File).optional(),
    alt: optionalLine(200),
  })
  .superRefine(({ plannedOn, doneOn, photo, alt }, context) => {
    if (!plannedOn && !doneOn) context.addIssue({ code: 'custom', path: ['doneOn'], message: 'required' })
    if (photo && photo.size > 0 && !alt)
      context.addIssue({ code: 'custom', path: ['alt'], message: 'required' })
  })

export const AttachmentInput = z.object({
  ideaId,
  document: z.instanceof(File, { error: 'file_required' }),
  label: lineOfText({ min: 3, max: 120 }),
  isPublic: ticked,
})

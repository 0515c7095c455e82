import { z } from 'zod'
import { conformities, legalDocuments } from '../../../../tenants/legal'
import type { Locale } from '../../../../tenants/tenant'
import { lineOfText, plainText } from '../../../text'
import { fieldName, isNeeded, type Question, questions } from './rules'

const empty = z.literal('')

/** The answers of one page, each within what its setting may hold; whatever is not asked there is not read. */
export const AnswersInput = ({ tenant }: { tenant: { locales: readonly Locale[] } }) =>
  z
    .looseObject({
      document: z.enum(legalDocuments),
      rowVersion: z.coerce.number().int().min(0),
      reviewed: z.literal('on').optional(),
      asked: z.literal('on').optional(),
    })
    .transform((form, context) => {
      const { document, rowVersion, reviewed, asked: wanted } = form
      const asked = questions[document].flatMap((question) =>
        question.said
          ? tenant.locales.map((locale) => [question, fieldName(question, locale)] as const)
          : [[question, fieldName(question)] as const],
      )
      const written: Record<string, string> = {}
      for (const [question, name] of asked) {
        const read = shapeOf(question).safeParse(form[name] ?? '')
        if (read.success) written[name] = read.data
        else context.addIssue({ code: 'custom', path: [name], message: codeOf(read.error, question) })
      }
      return { document, rowVersion, written, isReviewed: reviewed === 'on', isAsked: wanted === 'on' }
    })

const refusedAs = { email: 'email', day: 'day', choice: 'invalid_choice', number: 'unreadable' } as const

/** Why an answer is refused, as the sentences of forms know it. */
function codeOf({ issues }: z.ZodError, { kind }: Question): string {
  const own = issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.errors.flat() : [issue]))
  const said = own.map(({ message }) => message).find((message) => /^[a-z_]+$/.test(message))
  return said ?? (kind === 'line' || kind === 'text' ? 'unreadable' : refusedAs[kind])
}

function shapeOf(question: Question): z.ZodType<string> {
  if (isNeeded(question)) return filled(question)
  return z.union([empty, filled(question)])
}

function filled({ kind }: Question): z.ZodType<string> {
  switch (kind) {
    case 'line':
      return lineOfText({ min: 1, max: 300 })
    case 'text':
      return plainText({ min: 1, max: 2000 })
    case 'email':
      return z.string().trim().pipe(z.email())
    case 'day':
      return z.iso.date('day')
    case 'choice':
      return z.enum(conformities)
    case 'number':
      return z.string().regex(/^(100|\d{1,2})$/, 'unreadable')
  }
}

import type { CountedRow } from '../../db/counting-row'
import { done, type Outcome, refused } from '../../outcome'

/** What a person lacks to support an idea, by the rules frozen on it. */
export const conditions = [
  'own_idea',
  'assurance',
  'birth_year',
  'min_age',
  'residence',
  'other_residence',
] as const
export type Condition = (typeof conditions)[number]

/** Why nothing more can be counted: it is over, a voice given is kept, looked into, given on paper, or all of this person's are. */
export const closings = ['closed', 'kept', 'set_aside', 'on_paper', 'barred'] as const
export const excesses = ['too_many', 'changed_too_often'] as const

export type Counted = {
  status: 200
  counted: boolean
  count: number
  threshold: number
  reached: boolean
  /** It was so already: nothing was changed by asking again. */
  repeated: boolean
}
export type SupportAnswer =
  | Counted
  | { status: 401 }
  | { status: 403; missing: Condition; needs: string }
  | { status: 404 }
  | { status: 409; reason: (typeof closings)[number] }
  | { status: 429; reason: (typeof excesses)[number]; retryAfter: number }
  | { status: 503; retryAfter: number }

export const away: SupportAnswer = { status: 503, retryAfter: 2 }
export const notThere: SupportAnswer = { status: 404 }

/** What one row of a counted batch means to the person who asked. Null: another of the batch came between, ask again. */
export function answerOf(row: CountedRow): SupportAnswer | null {
  const closing = closings.find((one) => one === row.verdict)
  const excess = excesses.find((one) => one === row.verdict)
  if (row.verdict === 'done' || row.verdict === 'same') return countedIn(row)
  if (row.verdict === 'again') return null
  if (row.verdict === 'signed_out') return { status: 401 }
  if (row.verdict === 'missing') return missingIn(row.needs ?? '')
  if (closing) return { status: 409, reason: closing }
  if (excess) return { status: 429, reason: excess, retryAfter: Math.max(1, row.retryAfter ?? 1) }
  return notThere
}

function countedIn({ verdict, counted, supportCount, threshold, reached }: CountedRow): Counted {
  const figures = { count: supportCount ?? 0, threshold: threshold ?? 0, reached }
  return { status: 200, counted, ...figures, repeated: verdict === 'same' }
}

function missingIn(needs: string): SupportAnswer {
  const [name, value = ''] = needs.split(':')
  return { status: 403, missing: conditions.find((one) => one === name) ?? 'assurance', needs: value }
}

export const refusals = [...conditions, ...closings, ...excesses, 'not_there', 'away'] as const
export type SupportRefusal = (typeof refusals)[number]

/** The same answer for a form: done, or refused with a reason that has a sentence. */
export function outcomeOf(answer: Exclude<SupportAnswer, { status: 401 }>): Outcome<Counted, SupportRefusal> {
  if (answer.status === 200) return done(answer)
  if (answer.status === 403) return refused(answer.missing)
  if (answer.status === 404) return refused('not_there')
  if (answer.status === 503) return refused('away')
  return refused(answer.reason)
}

import { Temporal } from 'temporal-polyfill'
import type { Assurance, Residence, Rules } from '../../../tenants/rules'
import { lengthOf } from '../../text'
import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

/** One question each, in this order; also the last part of their addresses. */
export const steps = ['sujet', 'lieu', 'proches', 'texte', 'images', 'envoi'] as const
export type Step = (typeof steps)[number]

/** What a city asks of every idea. Each is answered yes or no, and each needs a yes. */
export const criteria = ['city_matter', 'general_interest', 'respects_people', 'no_advert'] as const
export type Criterion = (typeof criteria)[number]

/** Enough for a school behind one address, too little for a flood. */
export const perHour = { draft: { limit: 60, seconds: 3600 }, image: { limit: 120, seconds: 3600 } } as const

type Answers = {
  title: string
  themeId: string | null
  placeKind: string | null
  similarSeen: string[] | null
  body: string
}

/** The steps that still want something, the first one first. Images are never wanted. */
export function openSteps(draft: Answers, rules: Rules): Step[] {
  const wanting: Record<Step, boolean> = {
    sujet: !fits(draft.title, rules.titleLength) || !draft.themeId,
    lieu: !draft.placeKind,
    proches: !draft.similarSeen,
    texte: !fits(draft.body, rules.bodyLength),
    images: false,
    envoi: false,
  }
  return steps.filter((step) => wanting[step])
}

function fits(text: string, { min, max }: { min: number; max: number }): boolean {
  const length = lengthOf(text)
  return length >= min && length <= max
}

export function stepAfter(step: Step): Step {
  return steps[Math.min(steps.indexOf(step) + 1, steps.length - 1)]!
}

export type Author = { assurance: Assurance; birthYear: number | null; residence: Residence | null }
type Submission = {
  draft: Answers & Axes
  answers: Record<Criterion, boolean>
  author: Author
  rules: Rules
  /** How well the city has to know whoever deposits, whatever it asks of supporters. */
  atLeast?: Assurance
  /** How many ideas of this author wait for a moderator or collect supports. */
  running: number
  year: number
}

export const submissionRefusals = [
  'not_there',
  'already_submitted',
  'incomplete',
  'criteria_not_met',
  'assurance_too_low',
  'birth_year_missing',
  'too_young',
  'residence_missing',
  'other_residence',
  'too_many_running',
  'title_taken',
  'unchanged_relaunch',
] as const
export type SubmissionRefusal = (typeof submissionRefusals)[number]

/** Why an idea may not be sent to the city now, or null if it may. */
export function submissionRefusal(submission: Submission): SubmissionRefusal | null {
  const { draft, answers, rules, running } = submission
  if (!mayChange(draft, 'submit')) return 'already_submitted'
  if (openSteps(draft, rules).length > 0) return 'incomplete'
  if (criteria.some((criterion) => !answers[criterion])) return 'criteria_not_met'
  return runningRefusal({ rules, running }) ?? authorRefusal(submission)
}

export function runningRefusal({ rules, running }: Pick<Submission, 'rules' | 'running'>) {
  return running >= rules.collectingPerPerson ? 'too_many_running' : null
}

/** Whether this person may deposit here at all; the age is the one reached in the year. */
type Depositing = Pick<Submission, 'author' | 'rules' | 'year' | 'atLeast'>

export function authorRefusal({ author, rules, year, atLeast = 'A1' }: Depositing) {
  if (author.assurance < rules.supportAssurance || author.assurance < atLeast) return 'assurance_too_low'
  if (rules.depositMinAge > 0 && author.birthYear === null) return 'birth_year_missing'
  if (author.birthYear !== null && year - author.birthYear < rules.depositMinAge) return 'too_young'
  if (author.residence === null) return 'residence_missing'
  return rules.residence.includes(author.residence) ? null : 'other_residence'
}

/** The end of the last of so many working days, Saturdays and Sundays left out, in the city's zone. */
export function dueAfterWorkingDays(from: Date, days: number, timeZone: string): Date {
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5) left -= 1
  }
  return new Date(day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds)
}

/** Which year it is in the city. */
export function yearIn(timeZone: string, now: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).year
}

/** Whose drafts may be read and written: those of the person signed in, and those begun in this browser before. */
export type Holder = { personId: string | null; draftKey: string | null }

import type { Rules } from '../../../tenants/rules'
import { type DutyKind, type Owed } from '../../engagements/rules'
import type { Actor } from '../../journal/rules'
import { deadlineOf } from '../../rules/rules'
import type { Axes } from '../rules'

export type Entry = {
  id: string
  kind: string
  at: Date
  byRole: Actor
  /** Who carries or carried it, while their account lives; never who acted for the city. */
  name?: string | null
  isByMinor?: boolean
  detail: unknown
}

/** What has happened, and what comes next with the day it is due. */
export type Step =
  | (Entry & { state: 'past' })
  | {
      id: string
      kind: 'deadline' | 'certification' | 'answer' | 'relaunch' | DutyKind
      at: Date
      state: 'next' | 'late'
    }

type Dated = Axes & {
  entries: Entry[]
  /** What the city owes for it, once its right is certified. */
  duties: readonly (Owed & { id: string; kind: DutyKind })[]
  deadlineAt: Date | null
  reachedAt: Date | null
  expiredAt: Date | null
  timeZone: string | null
  rules: Rules | null
}

/** The line from the first day to the last duty of the city: the past as it was recorded, then what is owed and when. */
export function stepsOf(idea: Dated, now: Date): Step[] {
  const past = idea.entries.map((entry) => ({ ...entry, state: 'past' as const }))
  return [...past, ...dutiesOf(idea, now)]
}

function dutiesOf(idea: Dated, now: Date): Step[] {
  const { publication, collection, rules, timeZone, reachedAt, expiredAt, deadlineAt } = idea
  if (publication !== 'published') return []
  const due = (kind: 'deadline' | 'certification' | 'answer' | 'relaunch', at: Date): Step[] => [
    { id: kind, kind, at, state: at <= now ? 'late' : 'next' },
  ]
  const owed = owedSteps(idea.duties, now)
  if (collection === 'open')
    return deadlineAt && deadlineAt > now ? [...due('deadline', deadlineAt), ...owed].sort(byDate) : owed
  if (!rules || !timeZone) return []
  if (collection === 'expired' && expiredAt) {
    const again = deadlineOf(expiredAt, { months: Math.max(1, rules.relaunchAfterMonths) }, timeZone)
    return again > now ? [...owed, ...due('relaunch', again)] : owed
  }
  if (idea.duties.length > 0) return owed
  if (!reachedAt || !isAnswerOwed(idea)) return []
  const certified = deadlineOf(reachedAt, { days: Math.max(1, rules.certificationDays) }, timeZone)
  return [
    ...(collection === 'reached' && certified > now ? due('certification', certified) : []),
    ...due('answer', deadlineOf(reachedAt, { months: rules.answerMonths }, timeZone)),
  ]
}

const byDate = (one: Step, other: Step) => one.at.getTime() - other.at.getTime()

/** What is still owed, in the order of its dates. */
function owedSteps(duties: Dated['duties'], now: Date): Step[] {
  return duties
    .filter(({ metAt, waivedAt }) => !metAt && !waivedAt)
    .map(({ id, kind, dueAt: at }) => ({ id, kind, at, state: at <= now ? 'late' : 'next' }))
}

export function isAnswerOwed({ collection, examination }: Pick<Axes, 'collection' | 'examination'>): boolean {
  const isReached = collection === 'reached' || collection === 'certified'
  return isReached && ['none', 'due', 'admissibility', 'study'].includes(examination)
}

/** The project or consultation in which what the city accepted goes on now: the last one it announced. */
export function continuationOf(entries: readonly Entry[]): { into: string; url: string } | null {
  const last = entries.findLast(({ kind }) => kind === 'became_project')
  return last ? (last.detail as { into: string; url: string }) : null
}

/** Which article of the rules of its day a step follows from (the anchors of the rules page). */
export const articleOf: Record<string, string> = {
  submitted: 'deposer',
  published: 'moderation',
  refused: 'moderation',
  appeal_upheld: 'moderation',
  hidden: 'moderation',
  restored: 'moderation',
  removed: 'moderation',
  text_changed: 'texte',
  addendum: 'texte',
  threshold_reached: 'seuil',
  certification: 'seuil',
  threshold_certified: 'seuil',
  threshold_annulled: 'seuil',
  sheet_counted: 'soutenir',
  sheet_withdrawn: 'soutenir',
  expired: 'duree',
  deadline: 'duree',
  deadline_prolonged: 'duree',
  suspended: 'duree',
  resumed: 'duree',
  answer: 'reponse',
  taken_up_early: 'reponse',
  examination_due: 'reponse',
  acknowledged: 'reponse',
  duty_waived: 'reponse',
  duty_late: 'reponse',
  still_late: 'reponse',
  examination_started: 'reponse',
  study_started: 'reponse',
  question: 'reponse',
  answered: 'reponse',
  opinion: 'reponse',
  reopened: 'reponse',
  milestone: 'reponse',
  abandoned: 'reponse',
  became_project: 'reponse',
  acknowledge: 'reponse',
  name_instructor: 'reponse',
  admissibility: 'reponse',
  inform_progress: 'reponse',
  relaunch: 'relance',
  relaunched: 'relance',
  withdrawn: 'retrait',
  seeking_carrier: 'retrait',
  kept: 'retrait',
  adopted: 'retrait',
  merged: 'fusion',
  unmerged: 'fusion',
  merged_in: 'fusion',
  split_off: 'fusion',
  split: 'fusion',
  co_carrier_joined: 'retrait',
  co_carrier_left: 'retrait',
}

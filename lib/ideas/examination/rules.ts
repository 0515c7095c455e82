import { type Acting, actsAs, type Role, type Whereabouts } from '../../people/rules'
import { lengthOf } from '../../text'
import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

/** What an opinion may come to. The last two close an examination that cannot go on. */
export const decisions = [
  'favourable',
  'partial',
  'unfavourable',
  'not_admissible',
  'already_exists',
] as const
export type Decision = (typeof decisions)[number]

/** Which change of the idea a signed opinion is. */
export const changeOfDecision = {
  favourable: 'favour',
  partial: 'favourInPart',
  unfavourable: 'disfavour',
  not_admissible: 'declareInadmissible',
  already_exists: 'declareExisting',
} as const satisfies Record<Decision, string>

/** What the city looks at, the same for every idea, so that answers can be compared. */
export const studyCriteria = [
  'competence',
  'law',
  'feasibility',
  'interest',
  'environment',
  'upkeep',
] as const
export type StudyCriterion = (typeof studyCriteria)[number]
export const holdings = ['yes', 'partly', 'no'] as const
export type Holding = (typeof holdings)[number]
export type Criteria = Partial<Record<StudyCriterion, { holds: Holding; note: string }>>

/** From the opinion to the ribbon: each is a dated fact that anyone can check. */
export const milestoneKinds = [
  'planned',
  'deliberation',
  'budget',
  'contract',
  'works',
  'news',
  'delivered',
  'abandoned',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** Which change of the idea a milestone is: the first that promises it, the first that builds it, and the last. */
export function changeOfMilestone(kind: MilestoneKind, { delivery }: Pick<Axes, 'delivery'>) {
  if (kind === 'delivered') return 'deliver'
  if (kind === 'abandoned') return 'abandon'
  if (kind === 'works' && delivery !== 'in_progress') return 'begin'
  if (kind !== 'news' && delivery === 'none') return 'plan'
  return 'report'
}

type Telling = { isSignatory: boolean; isInstructor: boolean }

/** What this person may tell of it today: who examines tells each step, who signs gives up what was promised. */
export function tellableMilestones(idea: Axes, { isSignatory, isInstructor }: Telling): MilestoneKind[] {
  return milestoneKinds.filter(
    (kind) =>
      (kind === 'abandoned' ? isSignatory : isInstructor) && mayChange(idea, changeOfMilestone(kind, idea)),
  )
}

export const shortestReasons = 300
export const shortestWaiver = 30
export const mostQuestions = 20

export const examinationRefusals = [
  'not_there',
  'own_idea',
  'out_of_scope',
  'not_now',
  'unknown_department',
  'criteria_missing',
  'cost_missing',
  'own_opinion',
  'no_opinion',
  'nothing_owed',
  'answered_already',
  'too_many_questions',
  'only_a_signatory',
  'future_day',
  'told_there',
  'nothing_there',
] as const
export type ExaminationRefusal = (typeof examinationRefusals)[number]

type Examined = { authorId: string | null; publication: string } & Whereabouts
export type Examiner = Acting & { id: string }

/**
 * Whether somebody may act on this file. One that no department has taken yet is also open to those who examine for a
 * department: somebody has to take it.
 */
export function actsOnFile(by: Acting, role: Role, file: Whereabouts): boolean {
  if (actsAs(by, role, file)) return true
  if (role !== 'instructor' || file.departmentId) return false
  return by.grants.some(
    ({ scopeKind, scopeValue }) =>
      scopeKind === 'department' && actsAs(by, role, { ...file, departmentId: scopeValue }),
  )
}

/** Why this person may not treat this idea, whatever they want to do with it; null when they may. */
export function treatingRefusal(
  idea: Examined,
  by: Examiner,
  role: 'instructor' | 'signatory' | 'admin',
): ExaminationRefusal | null {
  if (idea.publication !== 'published') return 'not_there'
  if (idea.authorId === by.id) return 'own_idea'
  return actsOnFile(by, role, idea) ? null : 'out_of_scope'
}

type Prepared = { decision: Decision; preparedById: string | null; signedAt: Date | null }
type Study = { criteria: Criteria; costLowCents: number | null; costHighCents: number | null } | null

/** Why an opinion may not be signed by this person now; null when it may. */
export function signingRefusal(
  opinion: Prepared | null,
  study: Study,
  byId: string,
): ExaminationRefusal | null {
  if (!opinion || opinion.signedAt) return 'no_opinion'
  if (opinion.preparedById === byId) return 'own_opinion'
  const examined = opinion.decision !== 'not_admissible' && opinion.decision !== 'already_exists'
  if (examined && !isTableFull(study?.criteria ?? {})) return 'criteria_missing'
  const costs = opinion.decision === 'favourable' || opinion.decision === 'partial'
  if (costs && (study?.costLowCents ?? null) === null) return 'cost_missing'
  return null
}

export function isTableFull(criteria: Criteria): boolean {
  return studyCriteria.every((criterion) => criteria[criterion] !== undefined)
}

export function areReasonsLongEnough(reasons: string): boolean {
  return lengthOf(reasons) >= shortestReasons
}

/** What can be moderated; each kind says in lib/moderation/subjects how it is shown, hidden and given back. */
export const subjectKinds = [
  'idea',
  'comment',
  'organisation',
  'activity',
  'message',
  'initiative',
  'news',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Those that everyone reads, and so anyone may report; the others only who reads them. */
export const publicKinds = [
  'idea',
  'comment',
  'organisation',
  'activity',
  'initiative',
  'news',
] as const satisfies SubjectKind[]

/** The platform on which a thing of each kind is read. */
export const platformOf: Record<SubjectKind, 'decider' | 'agir'> = {
  idea: 'decider',
  comment: 'decider',
  organisation: 'agir',
  activity: 'agir',
  message: 'agir',
  initiative: 'agir',
  news: 'agir',
}

/** Why something is on the desk. */
export const taskKinds = ['submission', 'report', 'own_initiative', 'second_look', 'appeal'] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskStates = ['waiting', 'changes_asked', 'held'] as const
export type TaskState = (typeof taskStates)[number]

/** What a reader may do, as it is written down. */
export const acts = [
  'publish',
  'refuse',
  'ask_changes',
  'hold',
  'release',
  'take_over',
  'hide',
  'propose_hide',
  'decline_hide',
  'keep',
  'restore',
  'uphold_appeal',
  'reject_appeal',
] as const
export type Act = (typeof acts)[number]

export const sources = ['submission', 'report', 'own_initiative', 'appeal', 'silence'] as const
export type Source = (typeof sources)[number]

export const restrictions = ['none', 'not_published', 'hidden'] as const
export type Restriction = (typeof restrictions)[number]

/** On what a restriction rests: the city's own rules, or the law. */
export const grounds = ['rules', 'law'] as const
export type Ground = (typeof grounds)[number]

export const reportReasons = [
  'threat',
  'hate',
  'defamatory',
  'personal_data',
  'offensive',
  'spam',
  'advert',
  'court_case',
  'other',
] as const
export type ReportReason = (typeof reportReasons)[number]

/** How long one reader holds a text, in minutes. */
export const lockMinutes = 20

/** From so many supports on, one person alone does not hide. */
export const hiddenByTwoAbove = 100

type Weight = { supportCount: number; obligesTheCity?: boolean }

export function isHiddenByTwo({ supportCount, obligesTheCity = false }: Weight): boolean {
  return supportCount > hiddenByTwoAbove || obligesTheCity
}

/** How soon an appeal is answered once everyone had read an idea and nobody does any more; the city's days elsewhere. */
export const hiddenIdeaHours = 72

export function isAnsweredInHours(kind: SubjectKind, standing: string): boolean {
  return kind === 'idea' && standing === 'hidden'
}

/** Days an author has to change a text, and how often they may be asked. */
export const changes = { days: 10, rounds: 2 } as const

/** Hours within which a report, or a second look, is due. */
export const dueHours = { threat: 4, report: 24, second_look: 24 } as const

export const deskRefusals = [
  'not_there',
  'own_item',
  'outside_scope',
  'locked_by_other',
  'already_decided',
  'on_hold',
  'not_this_task',
  'reason_too_short',
  'law_needed',
  'hidden_code_needed',
  'same_reader',
  'too_many_rounds',
  'gone_meanwhile',
] as const
export type DeskRefusal = (typeof deskRefusals)[number]

/** The codes that say a law was broken: the statement of reasons names it. */
const ofTheLaw: readonly string[] = ['personal_data', 'defamatory', 'hate', 'court_case']

export function groundOf(code: string): Ground {
  return ofTheLaw.includes(code) ? 'law' : 'rules'
}

type Lock = { lockedById: string | null; isLocked: boolean }

export function isHeldByOther({ lockedById, isLocked }: Lock, byId: string): boolean {
  return isLocked && lockedById !== byId
}

/** What may be done about a task of each kind, besides taking and giving it back. */
export function actsFor(
  kind: TaskKind,
  { state, isHidden }: { state: TaskState; isHidden: boolean },
): readonly Act[] {
  if (kind === 'submission')
    return state === 'held' ? ['release'] : ['publish', 'refuse', 'ask_changes', 'hold']
  if (kind === 'second_look') return ['hide', 'decline_hide']
  if (kind === 'appeal') return ['uphold_appeal', 'reject_appeal']
  return isHidden ? ['restore', 'keep'] : ['hide', 'keep']
}

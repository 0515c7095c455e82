import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

/** From so many supports on, an idea is no longer its author's alone. */
export const sharedFrom = 10

type Published = Axes & {
  supportCount: number
  /** Judged by the database's clock when the row is read. */
  isInWindow: boolean
}

export const authoringRefusals = [
  'not_there',
  'not_published',
  'window_closed',
  'has_supporters',
  'right_acquired',
  'already_leaving',
  'title_taken',
  'unchanged',
  'already_treated',
  'too_late_to_pull_back',
  'not_expired',
  'relaunch_too_early',
  'already_relaunched',
  'too_many_drafts',
  'too_many_addenda',
] as const
export type AuthoringRefusal = (typeof authoringRefusals)[number]

/** Why a published text may not be changed any more, or null if it may. */
export function editRefusal(idea: Published): AuthoringRefusal | null {
  if (!mayChange(idea, 'edit')) return 'not_published'
  if (!idea.isInWindow) return 'window_closed'
  return idea.supportCount >= sharedFrom ? 'has_supporters' : null
}

/** While the text itself may be changed there is nothing to add to it. */
export function mayAddAddendum(idea: Published): boolean {
  return mayChange(idea, 'addAddendum') && editRefusal(idea) !== null
}

/** Why an author may not take the idea away, or null. Others' support makes it wait for someone else; a right keeps it. */
export function withdrawalRefusal(idea: Axes & { isSeeking: boolean }): AuthoringRefusal | null {
  if (idea.collection === 'reached' || idea.collection === 'certified') return 'right_acquired'
  if (!mayChange(idea, 'withdraw')) return 'not_published'
  return idea.isSeeking ? 'already_leaving' : null
}

export function pullBackRefusal(idea: Axes & { isInWindow: boolean }): AuthoringRefusal | null {
  if (!mayChange(idea, 'pullBack')) return 'already_treated'
  return idea.isInWindow ? null : 'too_late_to_pull_back'
}

/** An idea that ran out may be tried again once, after a while, as a new one. */
export function relaunchRefusal(
  idea: Axes & { mayRelaunch: boolean; isRelaunched: boolean },
): AuthoringRefusal | null {
  if (!mayChange(idea, 'relaunch')) return 'not_expired'
  if (idea.isRelaunched) return 'already_relaunched'
  return idea.mayRelaunch ? null : 'relaunch_too_early'
}

/** Whether a text may still be made two of: while it gathers. */
export function splitRefusal(idea: Axes): AuthoringRefusal | null {
  return mayChange(idea, 'split') ? null : 'not_published'
}

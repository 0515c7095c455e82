import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

export const mergeStates = ['proposed', 'merged', 'declined', 'cancelled', 'undone'] as const
export type MergeState = (typeof mergeStates)[number]

/** After so many days without a word from a carrier, a second person of the city may decide in their place. */
export const silentAfterDays = 14
export const undoWithinDays = 30
export const reasonLength = { min: 30, max: 1000 }

export const mergeRefusals = [
  'not_there',
  'same_idea',
  'source_closed',
  'target_closed',
  'already_proposed',
  'own_idea',
  'elsewhere',
  'not_proposed',
  'not_carrier',
  'already_answered',
  'too_early',
  'second_person_needed',
  'nothing_to_undo',
  'too_late_to_undo',
  'merged_further',
  'right_acquired_together',
] as const
export type MergeRefusal = (typeof mergeRefusals)[number]

type Idea = Axes & { id: string; deadlineAt: Date | null }

/** Why these two may not become one now, or null. Only what still gathers joins; a right once acquired never does. */
export function mergeRefusal(source: Idea, target: Idea, now: Date): MergeRefusal | null {
  if (source.id === target.id) return 'same_idea'
  if (!mayChange(source, 'merge') || isOver(source, now)) return 'source_closed'
  if (target.publication !== 'published') return 'target_closed'
  if (target.collection !== 'open' && target.collection !== 'reached') return 'target_closed'
  return isOver(target, now) ? 'target_closed' : null
}

function isOver({ deadlineAt }: Idea, now: Date): boolean {
  return deadlineAt !== null && deadlineAt <= now
}

type Proposed = {
  state: MergeState
  silentFrom: Date
  proposedById: string
  sourceYesAt: Date | null
  targetYesAt: Date | null
}

/** Why this person may not stand in for a carrier who says nothing, or null. */
export function confirmationRefusal(merge: Proposed, byId: string, now: Date): MergeRefusal | null {
  if (merge.state !== 'proposed') return 'not_proposed'
  if (merge.proposedById === byId) return 'second_person_needed'
  return now < merge.silentFrom ? 'too_early' : null
}

type Merged = { state: MergeState; mergedAt: Date | null; undoUntil: Date | null }

/** Why what was merged may not be taken apart again, or null. What both acquired together stays. */
export function undoRefusal(
  merge: Merged,
  target: Axes & { reachedAt: Date | null },
  now: Date,
): MergeRefusal | null {
  if (merge.state !== 'merged' || !merge.mergedAt || !merge.undoUntil) return 'nothing_to_undo'
  if (merge.undoUntil <= now) return 'too_late_to_undo'
  if (target.publication === 'merged') return 'merged_further'
  return target.reachedAt && target.reachedAt > merge.mergedAt ? 'right_acquired_together' : null
}

export const voiceRefusals = [
  'not_merged',
  'answers_over',
  'no_voice',
  'target_closed',
  'own_idea',
  'not_eligible',
  'away',
] as const
export type VoiceRefusal = (typeof voiceRefusals)[number]

/** What the database says of a voice that asks to be carried over, as a refusal; null: it was carried. */
export function voiceRefusalOf(verdict: string): VoiceRefusal | null {
  if (verdict === 'carried') return null
  if (verdict === 'no_voice') return 'no_voice'
  if (verdict === 'closed') return 'target_closed'
  if (verdict === 'missing:own_idea:') return 'own_idea'
  return verdict === 'not_there' || verdict === 'signed_out' ? 'not_merged' : 'not_eligible'
}

import type { Axes } from '../rules'

export const certificationRefusals = [
  'not_there',
  'out_of_scope',
  'same_person',
  'nothing_found',
  'already_confirmed',
  'given_up',
  'not_confirmed',
  'nothing_held',
  'own_idea',
  'not_reached',
  'still_held',
  'still_proposed',
] as const
export type CertificationRefusal = (typeof certificationRefusals)[number]

/** Which voices a decision is about: days and what is known of them, never whose they are. */
export type Condition = { fromDay: string; toDay: string; onlyFresh: boolean; onlyHeld: boolean }

export function statesOf({ onlyHeld }: Condition): string[] {
  return onlyHeld ? ['held'] : ['counted', 'held']
}

type Dates = { confirmedAt: Date | null; reversedAt: Date | null }

/** Undone after it was confirmed, a decision is reversed; before, the proposal was given up. */
export function stateOf({ confirmedAt, reversedAt }: Dates) {
  if (reversedAt) return confirmedAt ? 'reversed' : 'given_up'
  return confirmedAt ? 'confirmed' : 'proposed'
}

type Standing = Axes & { threshold: number | null; supportCount: number }

/** A right is annulled only while it is being checked; once certified it stays, whatever the number becomes. */
export function isAnnulled(idea: Standing): boolean {
  return (
    idea.publication === 'published' &&
    idea.collection === 'reached' &&
    idea.examination === 'none' &&
    idea.supportCount < (idea.threshold ?? 0)
  )
}

type Checked = Standing & { authorId: string | null; heldCount: number; proposed: number }

/** Why a right may not be certified before the days of checking are over; null when nothing is left to look at. */
export function earlyRefusal(idea: Checked, byId: string): CertificationRefusal | null {
  if (idea.authorId === byId) return 'own_idea'
  if (idea.collection !== 'reached') return 'not_reached'
  if (idea.heldCount > 0) return 'still_held'
  return idea.proposed > 0 ? 'still_proposed' : null
}

/** The days during which nobody needed to support it any more: given back whole. */
export function lostDays(reachedAt: Date, now: Date): number {
  return Math.max(1, Math.ceil((now.getTime() - reachedAt.getTime()) / 86_400_000))
}

import type { RegistrationState } from '../rules'

/** How a calendar shows a date one asked for; undefined: as the date itself stands. */
export function shownAs(state: RegistrationState): 'TENTATIVE' | 'CANCELLED' | undefined {
  if (state === 'pending' || state === 'offered' || state === 'needs_guardian') return 'TENTATIVE'
  return state === 'cancelled' || state === 'lapsed' || state === 'declined' ? 'CANCELLED' : undefined
}

/** How often a calendar had to hear of one's own coming and going: what is asked for again replaces what was called off. */
export function timesTold(state: RegistrationState, times: number): number {
  return 2 * (times - 1) + (shownAs(state) === 'CANCELLED' ? 1 : 0)
}

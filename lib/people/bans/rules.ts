import { type Acting, actsAs } from '../rules'

export const banOutcomes = ['lifted', 'kept'] as const
export type BanOutcome = (typeof banOutcomes)[number]

export const banText = { min: 30, max: 1000 } as const

export const banRefusals = [
  'not_there',
  'acts_for_city',
  'already_barred',
  'not_waiting',
  'same_person',
  'not_allowed',
  'not_in_force',
  'appealed_already',
] as const
export type BanRefusal = (typeof banRefusals)[number]

/** Who may say it: who answers for the city everywhere, and who looks after personal data. */
export function maySuspend(person: Acting): boolean {
  return actsAs(person, 'dpo') || actsAs(person, 'admin', {})
}

type Ban = {
  askedById: string
  confirmedById: string | null
  confirmedAt: Date | null
  declinedAt: Date | null
  outcome: BanOutcome | null
}

export const isWaiting = ({ confirmedAt, declinedAt }: Ban) => !confirmedAt && !declinedAt
export const isInForce = ({ confirmedAt, outcome }: Ban) => confirmedAt !== null && outcome !== 'lifted'

/** Why this person may not agree to it now; null when they may. */
export function confirmRefusal(ban: Ban, byId: string): BanRefusal | null {
  if (!isWaiting(ban)) return 'not_waiting'
  return ban.askedById === byId ? 'same_person' : null
}

/** Why this person may not end it or answer what was said against it; null when they may: a third reads it again. */
export function reviewRefusal(ban: Ban, byId: string): BanRefusal | null {
  if (!isInForce(ban)) return 'not_in_force'
  return ban.askedById === byId || ban.confirmedById === byId ? 'same_person' : null
}

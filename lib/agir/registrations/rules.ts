import { done, type Outcome, refused } from '../../outcome'
import type { SeatedRow } from '../../db/counting-row'
import type { DateState } from '../dates/rules'

export const registrationStates = [
  'needs_guardian',
  'pending',
  'confirmed',
  'waitlisted',
  'offered',
  'declined',
  'lapsed',
  'cancelled',
  'attended',
  'absent',
  'excused',
] as const
export type RegistrationState = (typeof registrationStates)[number]

/** One person has at most one of these for a date. */
export const activeStates = ['needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered'] as const

/** These take seats: a party of three takes three. */
export const seatedStates = [
  'needs_guardian',
  'pending',
  'confirmed',
  'offered',
  'attended',
  'absent',
  'excused',
] as const

/** What a guardian may agree to at once: one date, or every date of the activity for a year. */
export const consentScopes = ['date', 'activity'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** Who ended it. */
export const enders = ['participant', 'organiser', 'guardian', 'system'] as const

/** Why nobody can register for a date, or this person cannot, or not like that. */
export const refusals = [
  'not_there',
  'cancelled',
  'postponed',
  'over',
  'closed',
  'not_open_yet',
  'elsewhere',
  'no_registration',
  'excluded',
  'party_too_big',
  'birth_year',
  'too_young',
  'guardian',
  'own_guardian',
  'collides',
  'other_position',
  'full',
  'too_many',
  'away',
] as const
export type RegistrationRefusal = (typeof refusals)[number]

export type Seated = { registrationId: string; state: RegistrationState; repeated: boolean }
export type SeatAnswer = Outcome<Seated, RegistrationRefusal> | 'signed_out'

/** What a row of the batch means to whoever asked. Null: another of the same batch came between, ask again. */
export function seatAnswer({ verdict, registration, state }: SeatedRow): SeatAnswer | null {
  if (verdict === 'twin') return null
  if (verdict === 'signed_out') return 'signed_out'
  const known = registrationStates.find((one) => one === state)
  if ((verdict === 'done' || verdict === 'same') && registration && known)
    return done({ registrationId: registration, state: known, repeated: verdict === 'same' })
  return refused(refusals.find((one) => one === verdict) ?? 'not_there')
}

/** What may be done with a registration afterwards, and why it cannot. */
export const moves = [
  'accept',
  'approve',
  'wait',
  'decline',
  'consent',
  'refuse',
  'reconfirm',
  'exclude',
  'cancel',
] as const
export type Move = (typeof moves)[number]
export const moveRefusals = [
  'not_there',
  'offer_over',
  'consent_over',
  'not_pending',
  'full',
  'ended',
  'over',
] as const
export type MoveRefusal = (typeof moveRefusals)[number]

export type Ender = (typeof enders)[number]

/** Whether one may still ask for a seat on a date. */
export function opensFor(
  { closesBefore }: { closesBefore: number },
  { startsAt }: { startsAt: Date },
  now: Date,
): boolean {
  return now.getTime() < startsAt.getTime() - closesBefore * 60_000
}

type Booked = { id: string; state: RegistrationState; startsAt: Date; endsAt: Date; dateState: string }

/** Which of somebody's own places are at the same time as another of them. */
export function overlapping(booked: readonly Booked[]): Set<string> {
  const firm = booked.filter(
    ({ state, dateState }) =>
      activeStates.some((one) => one === state) && dateState !== 'cancelled' && dateState !== 'postponed',
  )
  const meets = (one: Booked, other: Booked) => one.startsAt < other.endsAt && other.startsAt < one.endsAt
  return new Set(
    firm.filter((one) => firm.some((other) => other !== one && meets(one, other))).map(({ id }) => id),
  )
}

type Standing = {
  state: RegistrationState
  dateState: DateState
  reconfirmBy: Date | null
  isFrozen: boolean
}
export const unsureStates = ['frozen', 'called_off', 'put_off', 'to_reconfirm'] as const
export type ToldState = RegistrationState | (typeof unsureStates)[number]

/** How a place is told: one that is held is not simply sure where its date is off, has no time or a new one, or is not shown. */
export function toldState({ state, dateState, reconfirmBy, isFrozen }: Standing): ToldState {
  if (state !== 'confirmed') return state
  if (isFrozen) return 'frozen'
  if (dateState === 'cancelled') return 'called_off'
  if (dateState === 'postponed') return 'put_off'
  return reconfirmBy ? 'to_reconfirm' : 'confirmed'
}

import type { RegistrationState } from '../registrations/rules'

/** What whoever organises says of somebody who is expected; `confirmed` takes it back. */
export const markedStates = ['confirmed', 'attended', 'absent', 'excused'] as const
export type MarkedState = (typeof markedStates)[number]

const beforeStart = 3_600_000
const afterEnd = 14 * 86_400_000

type Held = { state: string; startsAt: Date; endsAt: Date }

/** From when until when it can be said who was there. */
export const markingFrom = ({ startsAt }: Pick<Held, 'startsAt'>) =>
  new Date(startsAt.getTime() - beforeStart)
export const markingUntil = ({ endsAt }: Pick<Held, 'endsAt'>) => new Date(endsAt.getTime() + afterEnd)

export const markRefusals = [
  'not_there',
  'cancelled',
  'too_early',
  'too_late',
  'not_coming',
  'full',
  'oneself',
] as const
export type MarkRefusal = (typeof markRefusals)[number]

/** Why nobody can be marked on a date, or null. */
export function markingRefusal(date: Held, now: Date): MarkRefusal | null {
  if (date.state === 'cancelled' || date.state === 'postponed') return 'cancelled'
  if (now < markingFrom(date)) return 'too_early'
  return now > markingUntil(date) ? 'too_late' : null
}

/** Whoever asked to come or waited in line can be let in at the door, where there is room. */
const lettable: readonly RegistrationState[] = ['pending', 'offered', 'waitlisted']

export const isExpected = (state: RegistrationState): boolean =>
  markedStates.some((one) => one === state) || lettable.includes(state)

type Marking = { state: RegistrationState; party: number; aim: MarkedState; free: number | null }

/** Why this registration cannot become that, or null. `free`: seats left, null without limit. */
export function markRefusal({ state, party, aim, free }: Marking): MarkRefusal | null {
  if (markedStates.some((one) => one === state)) return null
  if (!lettable.includes(state) || aim !== 'attended') return 'not_coming'
  return state === 'waitlisted' && free !== null && free < party ? 'full' : null
}

/** A phone's clock may be wrong: what it says counts between the opening of the door and now. */
export function tappedWithin(tappedAt: Date, date: Pick<Held, 'startsAt'>, now: Date): Date {
  const [from, until] = [markingFrom(date).getTime(), now.getTime()]
  return new Date(Math.min(until, Math.max(from, tappedAt.getTime())))
}

/** How many taps a phone sends at a time. */
export const mostMarks = 100

/** Letters and digits that cannot be taken for one another, as they are read out at a door. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 6

/** A code as it is shown and typed: the first letters of a keyed hash of the registration. */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]!).join('')
}

/** What somebody typed, with spaces or in small letters; null when it cannot be a code. */
export function codeTyped(typed: unknown): string | null {
  if (typeof typed !== 'string') return null
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

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

/** Who ended it. */
export const enders = ['participant', 'organiser', 'guardian', 'system'] as const

/** Everything that can happen to an idea or an account, as the journal names it. */
export const happenings = [
  'submitted',
  'pulled_back',
  'published',
  'refused',
  'text_changed',
  'addendum',
  'threshold_reached',
  'threshold_certified',
  'examination_due',
  'expired',
  'withdrawn',
  'relaunched',
  'imported',
  'role_changed',
  'account_deleted',
] as const
export type Happening = (typeof happenings)[number]

const told = { to: ['registered'], leadsTo: 'account' } as const
const atOnce = { ...told, haste: 'at_once' } as const

/** What those who registered for something are told of it: where they stand, and what becomes of its dates. */
export const registrantLetters = {
  registration_confirmed: atOnce,
  registration_pending: atOnce,
  registration_waitlisted: atOnce,
  registration_offered: atOnce,
  registration_needs_guardian: atOnce,
  registration_declined: atOnce,
  registration_lapsed: atOnce,
  registration_cancelled: atOnce,
  registration_not_agreed: atOnce,
  registration_to_reconfirm: atOnce,
  registration_excluded: atOnce,
  registration_reminder: { ...told, haste: 'by_day' },
  registration_thanks: { ...told, haste: 'by_day' },
  hours_corrected: { ...told, haste: 'by_day' },
  certificate_revoked: { to: ['named'], leadsTo: 'account', haste: 'by_day' },
  date_moved: atOnce,
  date_moved_online: atOnce,
  date_place_changed: atOnce,
  activity_place_changed: atOnce,
  activity_terms_changed: atOnce,
  date_role_changed: atOnce,
  date_postponed: atOnce,
  date_cancelled: atOnce,
  activity_paused: told,
  activity_resumed: told,
  activity_ended: told,
  organisation_ended: told,
} as const

/** Letters after which there is nothing left to give back: they lead where what is like it can be found. */
export const endings: readonly string[] = [
  'registration_declined',
  'registration_lapsed',
  'registration_cancelled',
  'registration_not_agreed',
  'registration_excluded',
  'date_cancelled',
  'activity_ended',
  'organisation_ended',
]

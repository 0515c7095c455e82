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
  registration_reminder: { ...told, haste: 'by_day' },
  registration_thanks: { ...told, haste: 'by_day' },
  date_moved: atOnce,
  date_moved_online: atOnce,
  date_postponed: atOnce,
  date_cancelled: atOnce,
  activity_paused: told,
  activity_resumed: told,
} as const

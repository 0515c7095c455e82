/** What becomes of one date of an activity. A postponed one has no new time yet; a cancelled one is final. */
export const dateStates = [
  'scheduled',
  'rescheduled',
  'moved_online',
  'postponed',
  'cancelled',
  'done',
] as const
export type DateState = (typeof dateStates)[number]

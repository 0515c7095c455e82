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

export type Seats = { capacity: number | null; seatsTaken: number; hasWaitlist: boolean }

/** How many seats a date has left in all; null where one of its positions has no limit. */
export function leftOn(positions: Seats[]): number | null {
  if (positions.length === 0 || positions.some(({ capacity }) => capacity === null)) return null
  return positions.reduce((sum, { capacity, seatsTaken }) => sum + Math.max(0, capacity! - seatsTaken), 0)
}

/** Whether one can still go there: neither called off nor without a new time. */
export function takesPlace(state: DateState): boolean {
  return state !== 'cancelled' && state !== 'postponed'
}

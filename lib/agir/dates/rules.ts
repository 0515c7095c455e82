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

/** Which dates of a series a change is about. */
export const scopes = ['one', 'following'] as const
export type Scope = (typeof scopes)[number]

export const undoMinutes = 15
/** A date that begins sooner is cancelled for good at once: those registered must hear of it. */
const settledWithinMinutes = 60

export const dateRefusals = [
  'not_there',
  'already_cancelled',
  'already_begun',
  'too_late_to_undo',
  'same_day_only',
  'slot_taken',
  'nothing_moved',
  'ends_before_start',
  'lasts_too_long',
  'no_role',
  'role_taken',
  'role_unread',
  'same_roles',
  'same_place',
  'being_read',
] as const
export type DateRefusal = (typeof dateRefusals)[number]

type Held = { state: DateState; startsAt: Date; stateChangedAt: Date | null; settledAt: Date | null }

/** Why what was announced may not be changed any more, or null. */
export function changeRefusal({ state, startsAt }: Held, now: Date): DateRefusal | null {
  if (state === 'cancelled') return 'already_cancelled'
  if (state === 'postponed') return null
  return startsAt <= now ? 'already_begun' : null
}

/** A cancellation is undone within a quarter of an hour, as long as nobody was told. */
export function mayUndo({ state, stateChangedAt, settledAt }: Held, now: Date): boolean {
  const until = (stateChangedAt?.getTime() ?? 0) + undoMinutes * 60_000
  return state === 'cancelled' && settledAt === null && now.getTime() < until
}

/** From when on a cancellation stands. */
export const settledBefore = (now: Date) => new Date(now.getTime() - undoMinutes * 60_000)
export const settledAtOnceBefore = (now: Date) => new Date(now.getTime() + settledWithinMinutes * 60_000)

/** Whether those who come have to be told: half an hour and more is another appointment. */
export function isMaterial(
  before: { startsAt: Date; endsAt: Date },
  after: { startsAt: Date; endsAt: Date },
): boolean {
  const moved = Math.abs(after.startsAt.getTime() - before.startsAt.getTime())
  const lasts = ({ startsAt, endsAt }: typeof before) => endsAt.getTime() - startsAt.getTime()
  return moved >= 30 * 60_000 || Math.abs(lasts(after) - lasts(before)) >= 60 * 60_000
}

type Placed = { placeLabel: string | null; address: string | null }

/** Where it is, as those who come are told: `none` when nobody has to go anywhere. */
export function placeOf(date: Placed & { state: string }, activity: Placed & { attendance: string }): string {
  if (date.state === 'moved_online' || activity.attendance === 'online') return 'none'
  return date.placeLabel ?? date.address ?? activity.placeLabel ?? activity.address ?? 'none'
}

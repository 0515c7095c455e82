/**
 * What a line of the ledger says: reckoned from who was there, said by the volunteer, put right or confirmed by whoever
 * organises, or void. The last line of a registration is what is true.
 */
export const hourKinds = ['auto', 'declared', 'adjusted', 'approved', 'voided'] as const
export type HourKind = (typeof hourKinds)[number]
export const hourWriters = ['volunteer', 'organiser', 'system'] as const
export type HourWriter = (typeof hourWriters)[number]

/** Lines whose minutes count in a total. */
export const countedKinds = ['adjusted', 'approved'] as const
export const waitingKinds = ['auto', 'declared'] as const

export const isCounted = (kind: HourKind): boolean => countedKinds.some((one) => one === kind)
export const isWaiting = (kind: HourKind): boolean => waitingKinds.some((one) => one === kind)

/** Helping is work; coming to a concert is not. */
export const creditsHours = ({ kind }: { kind: string }): boolean => kind !== 'event'

const minute = 60_000
export const mostMinutes = 1440

type Lasting = { startsAt: Date; endsAt: Date; breakMinutes: number }

/** How long a date was, by instants: a night on which the clocks change is as long as it was. */
export function minutesOf({ startsAt, endsAt, breakMinutes }: Lasting): number {
  const whole = Math.round((endsAt.getTime() - startsAt.getTime()) / minute)
  return Math.min(mostMinutes, Math.max(0, whole - breakMinutes))
}

const editDays = 14
const day = 86_400_000

/** Until when a volunteer may say otherwise, and from when on nobody has to be asked any more. */
export const editableUntil = ({ endsAt }: { endsAt: Date }) => new Date(endsAt.getTime() + editDays * day)

export const hourRefusals = [
  'not_there',
  'not_over',
  'too_late',
  'no_hours',
  'own_hours',
  'changed_since',
  'nothing_to_say',
] as const
export type HourRefusal = (typeof hourRefusals)[number]

type Declared = { endsAt: Date; kind: string; state: string }

/** Why somebody cannot say how long they helped, or null. */
export function declareRefusal({ endsAt, kind, state }: Declared, now: Date): HourRefusal | null {
  if (!creditsHours({ kind })) return 'no_hours'
  if (!['confirmed', 'attended', 'absent', 'excused'].includes(state)) return 'not_there'
  if (now < endsAt) return 'not_over'
  return now > editableUntil({ endsAt }) ? 'too_late' : null
}

type Line = { kind: HourKind; byRole: HourWriter; minutes: number }
type Came = { state: string; wasLetInByAnother: boolean; length: number }

/**
 * Whether hours that nobody contested within two weeks count by themselves: only of somebody whom another saw there, no
 * longer than the date was, and where no organiser ever said otherwise.
 */
export function approvesItself(lines: readonly Line[], { state, wasLetInByAnother, length }: Came): boolean {
  const last = lines.at(-1)
  if (!last || !isWaiting(last.kind) || last.minutes > length) return false
  if (state !== 'attended' || !wasLetInByAnother) return false
  return !lines.some(
    ({ kind, byRole }) => byRole === 'organiser' && (kind === 'adjusted' || kind === 'voided'),
  )
}

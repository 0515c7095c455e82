import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { activities, positions, registrations } from '@/drizzle/schema'
import { askForSeats } from '@/lib/agir/registrations/desk/commands'
import type { SeatAnswer } from '@/lib/agir/registrations/rules'
import { inTenant } from '@/lib/db'
import type { SeatRequest } from '@/lib/db/counting'
import { aDate, anActivity } from './agir'
import { paris, type SignedIn } from './factories'

const hour = 3_600_000
/** A Saturday morning, a week before the dates of these tests. */
export const now = new Date('2027-03-06T09:00:00Z')
export const later = (hours: number) => new Date(now.getTime() + hours * hour)

type Place = { id: string; positionId: string; activityId: string }

/** A public activity anybody of any age may join, and one date of it in a week. */
export async function aDateToJoin(
  seats: Parameters<typeof aDate>[3] = {},
  rules: Partial<typeof activities.$inferInsert> = {},
  startsAt = later(7 * 24),
): Promise<Place> {
  const { id: activityId } = await anActivity(paris, { minors: 'welcome', ...rules })
  const date = await aDate(paris, activityId, startsAt, seats)
  return { ...date, activityId }
}

export function join(
  place: { id: string; positionId?: string },
  { sessionId, personId }: SignedIn,
  detail: Partial<SeatRequest> & { at?: Date } = {},
): Promise<SeatAnswer> {
  const { at = now, ...wish } = detail
  const who = { session: sessionId, person: personId, position: place.positionId }
  return askForSeats(paris, { date: place.id, ...who, party: 1, request: randomUUID(), ...wish }, at)
}

/** What one was told: the state one is in, or why not. */
export function said(answer: SeatAnswer): string {
  if (answer === 'signed_out') return answer
  return answer.ok ? answer.value.state : answer.refusal
}

export const idIn = (answer: SeatAnswer) =>
  answer !== 'signed_out' && answer.ok ? answer.value.registrationId : ''

export const countsOf = (positionId: string) =>
  inTenant(paris, async (db) => {
    const [position] = await db.select().from(positions).where(eq(positions.id, positionId))
    return { taken: position!.seatsTaken, waiting: position!.waitingCount }
  })

export const statesOf = (positionId: string) =>
  inTenant(paris, async (db) => {
    const rows = await db
      .select({ state: registrations.state })
      .from(registrations)
      .where(eq(registrations.positionId, positionId))
      .orderBy(asc(registrations.at), asc(registrations.id))
    return rows.map(({ state }) => state)
  })

export function tally(all: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const one of all) counted[one] = (counted[one] ?? 0) + 1
  return counted
}

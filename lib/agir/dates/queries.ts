import 'server-only'
import { and, asc, desc, eq, gte, inArray, lt, ne, or } from 'drizzle-orm'
import { occurrences, positions } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

const most = 200

export type PublicDate = Awaited<ReturnType<typeof listComing>>[number]

/** What an activity has before it, the soonest first, each with what one can register for. */
export async function listComing(db: Db, activityId: string, now: Date) {
  const coming = await db
    .select(dateColumns)
    .from(occurrences)
    .where(
      and(
        eq(occurrences.activityId, activityId),
        or(gte(occurrences.endsAt, now), eq(occurrences.state, 'postponed')),
      ),
    )
    .orderBy(asc(occurrences.startsAt), asc(occurrences.id))
    .limit(most)
  return withPositions(db, coming)
}

const aMonth = 30 * 86_400_000

/** What was called off and would be over by now: calendars still have to hear of it. */
export function listCalledOff(db: Db, activityId: string, now: Date) {
  const recently = gte(occurrences.stateChangedAt, new Date(now.getTime() - aMonth))
  const isOver = and(lt(occurrences.endsAt, now), eq(occurrences.state, 'cancelled'))
  return db
    .select(dateColumns)
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), isOver, recently))
    .orderBy(asc(occurrences.startsAt))
    .limit(most)
}

/** The last dates that are over. */
export function listPast(db: Db, activityId: string, now: Date, limit: number) {
  return db
    .select(dateColumns)
    .from(occurrences)
    .where(
      and(
        eq(occurrences.activityId, activityId),
        lt(occurrences.endsAt, now),
        ne(occurrences.state, 'postponed'),
      ),
    )
    .orderBy(desc(occurrences.startsAt), asc(occurrences.id))
    .limit(limit)
}

async function withPositions<One extends { id: string }>(db: Db, dates: One[]) {
  if (dates.length === 0) return []
  const found = await db
    .select(positionColumns)
    .from(positions)
    .where(
      inArray(
        positions.occurrenceId,
        dates.map(({ id }) => id),
      ),
    )
    .orderBy(asc(positions.rank), asc(positions.id))
  const of = Map.groupBy(found, ({ occurrenceId }) => occurrenceId)
  return dates.map((date) => ({ ...date, positions: of.get(date.id) ?? [] }))
}

const dateColumns = {
  id: occurrences.id,
  scheduleId: occurrences.scheduleId,
  originalLocal: occurrences.originalLocal,
  zone: occurrences.zone,
  startsLocal: occurrences.startsLocal,
  endsLocal: occurrences.endsLocal,
  startsAt: occurrences.startsAt,
  endsAt: occurrences.endsAt,
  state: occurrences.state,
  reason: occurrences.reason,
  stateChangedAt: occurrences.stateChangedAt,
  settledAt: occurrences.settledAt,
  sequence: occurrences.sequence,
  changedAt: occurrences.changedAt,
  placeLabel: occurrences.placeLabel,
  address: occurrences.address,
  districtCode: occurrences.districtCode,
}

const positionColumns = {
  id: positions.id,
  occurrenceId: positions.occurrenceId,
  label: positions.label,
  skills: positions.skills,
  capacity: positions.capacity,
  needed: positions.needed,
  seatsTaken: positions.seatsTaken,
  waitingCount: positions.waitingCount,
  newcomerSeats: positions.newcomerSeats,
  hasWaitlist: positions.hasWaitlist,
  minAge: positions.minAge,
}

/** All that is still to come of an activity, for who organises it. */
export function listOwnDates(tenant: { id: string }, activityId: string, now: Date) {
  return inTenant(tenant, (db) => listComing(db, activityId, now))
}

const mostRecent = 10

/** The last dates that are over, for who organises it: what was called off is not among them. */
export function listRecentDates(tenant: { id: string }, activityId: string, now: Date) {
  return inTenant(tenant, async (db) =>
    (await listPast(db, activityId, now, mostRecent)).filter(({ state }) => state !== 'cancelled'),
  )
}
export type RecentDate = Awaited<ReturnType<typeof listRecentDates>>[number]

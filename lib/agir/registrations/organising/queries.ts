import 'server-only'
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { occurrences, people, positions, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { unsealGuest } from '../links/queries'
import { shortName } from './rules'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostShown = 500

/** Who has agreed to meet: before that, a first name is enough. */
const met = ['confirmed', 'attended', 'absent', 'excused'] as const
const shown = ['pending', 'waitlisted', 'offered', ...met] as const

/** One date of an activity with its seats and whoever asked for one; null where it is another's. Who may look is asked before. */
export async function findDateList(
  tenant: City,
  { activityId, dateId }: Record<'activityId' | 'dateId', string>,
) {
  if (!uuid.test(dateId)) return null
  return inTenant(tenant, async (db) => {
    const [date] = await db
      .select({
        id: occurrences.id,
        startsAt: occurrences.startsAt,
        endsAt: occurrences.endsAt,
        zone: occurrences.zone,
        state: occurrences.state,
        placeLabel: occurrences.placeLabel,
        address: occurrences.address,
      })
      .from(occurrences)
      .where(and(eq(occurrences.id, dateId), eq(occurrences.activityId, activityId)))
    if (!date) return null
    return { ...date, positions: await seatsOf(db, dateId), ...(await askersOf(db, tenant, dateId)) }
  })
}
export type DateList = NonNullable<Awaited<ReturnType<typeof findDateList>>>
export type Asker = DateList['askers'][number]
export type SeatsOfDate = DateList['positions'][number]

/** What each position has, and how much of it is taken for good. */
function seatsOf(db: Db, dateId: string) {
  const sumOf = (states: readonly string[]) =>
    sql<number>`coalesce(sum(${registrations.partySize}) filter (where ${registrations.state} in ${states}), 0)::int`
  return db
    .select({
      id: positions.id,
      label: positions.label,
      capacity: positions.capacity,
      hasWaitlist: positions.hasWaitlist,
      taken: positions.seatsTaken,
      waiting: positions.waitingCount,
      asked: sumOf(['pending']),
      coming: sumOf(met),
      firm: sumOf(['needs_guardian', 'offered', ...met]),
    })
    .from(positions)
    .leftJoin(registrations, eq(registrations.positionId, positions.id))
    .where(eq(positions.occurrenceId, dateId))
    .groupBy(positions.tenantId, positions.id)
    .orderBy(asc(positions.rank), asc(positions.id))
}

/** The first who came, first; what is beyond the most a page can show is counted. */
async function askersOf(db: Db, tenant: City, dateId: string) {
  const here = and(eq(registrations.occurrenceId, dateId), inArray(registrations.state, shown))
  const rows = await db
    .select({
      id: registrations.id,
      positionId: registrations.positionId,
      state: registrations.state,
      party: registrations.partySize,
      isNewcomer: registrations.isNewcomer,
      note: registrations.note,
      at: registrations.at,
      holdExpiresAt: registrations.holdExpiresAt,
      offerExpiresAt: registrations.offerExpiresAt,
      name: people.name,
      hasAccount: sql<boolean>`${registrations.personId} is not null`,
      guest: registrations.guestSealed,
    })
    .from(registrations)
    .leftJoin(people, eq(people.id, registrations.personId))
    .where(here)
    .orderBy(asc(registrations.at), asc(registrations.id))
    .limit(mostShown)
  const hasMet = (state: string) => met.some((one) => one === state)
  const askers = rows.map(({ name: known, guest, ...row }) => {
    const name = guest ? unsealGuest(tenant, guest).name : known
    return { ...row, name: name && !hasMet(row.state) ? shortName(name) : name }
  })
  return { askers, beyond: rows.length < mostShown ? 0 : (await db.$count(registrations, here)) - mostShown }
}

/** How many requests wait for an answer, for each date of an activity that has any. */
export function countRequests(tenant: City, activityId: string): Promise<Map<string, number>> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({ dateId: registrations.occurrenceId, requests: count() })
      .from(registrations)
      .where(and(eq(registrations.activityId, activityId), eq(registrations.state, 'pending')))
      .groupBy(registrations.occurrenceId)
    return new Map(rows.map(({ dateId, requests }) => [dateId, requests]))
  })
}

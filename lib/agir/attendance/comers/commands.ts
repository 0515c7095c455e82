import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { attendanceMarks, occurrences, positions, registrations } from '../../../../drizzle/schema'
import { seal } from '../../../auth/sealing'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { holdDate } from '../../dates/commands'
import { countSeats } from '../commands'
import { markingRefusal, markingUntil, type MarkRefusal } from '../rules'

type City = { id: string }
type Coming = { dateId: string; personId: string; name: string; party: number; requestId: string; now: Date }

/** Somebody stands at the door without having registered: they are let in where there is room, once. */
export function addComer(
  tenant: City,
  { name, party, requestId, ...act }: Coming,
): Promise<Outcome<{ registrationId: string }, MarkRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = markingRefusal(held.date, act.now)
    if (refusal) return refused(refusal)
    const [known] = await db
      .select({ id: registrations.id })
      .from(registrations)
      .where(and(eq(registrations.requestId, requestId), eq(registrations.occurrenceId, held.date.id)))
    if (known) return done({ registrationId: known.id })
    const position = await positionWithRoom(db, held.date.id, party)
    if (!position) return refused('full')
    const id = randomUUID()
    const { personId, now } = act
    const of = { activityId: held.activity.id, occurrenceId: held.date.id, positionId: position.id }
    const came = {
      state: 'attended',
      at: now,
      changedAt: now,
      checkedInAt: now,
      checkedInById: personId,
    } as const
    const guestSealed = seal('guest', tenant.id, Buffer.from(JSON.stringify({ name })))
    await db.insert(registrations).values({ id, ...of, ...came, guestSealed, partySize: party, requestId })
    await db
      .insert(attendanceMarks)
      .values({ registrationId: id, state: 'attended', byId: personId, requestId, tappedAt: now, at: now })
    await countSeats(db, position.id, party)
    await changed(db, 'activities')
    return done({ registrationId: id })
  })
}

/** The first that still has so many seats, held still. */
async function positionWithRoom(db: Db, occurrenceId: string, party: number) {
  const hasRoom = or(
    isNull(positions.capacity),
    sql`${positions.capacity} - ${positions.seatsTaken} >= ${party}`,
  )
  const [position] = await db
    .select({ id: positions.id })
    .from(positions)
    .where(and(eq(positions.occurrenceId, occurrenceId), hasRoom))
    .orderBy(asc(positions.rank), asc(positions.id))
    .limit(1)
    .for('no key update')
  return position
}

/** Names typed at a door are forgotten once nothing more can be said of who was there. Returns how many were. */
export function forgetComers(tenant: City, now: Date): Promise<number> {
  const over = new Date(now.getTime() - (markingUntil({ endsAt: now }).getTime() - now.getTime()))
  return inTenant(tenant, async (db) => {
    const forgotten = await db
      .update(registrations)
      .set({ guestSealed: null })
      .from(occurrences)
      .where(
        and(
          eq(occurrences.id, registrations.occurrenceId),
          lt(occurrences.endsAt, over),
          isNull(registrations.guestKey),
          sql`${registrations.guestSealed} is not null`,
        ),
      )
      .returning({ id: registrations.id })
    return forgotten.length
  })
}

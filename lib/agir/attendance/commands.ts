import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { attendanceMarks, positions, registrations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { holdDate } from '../dates/commands'
import { followAttendance } from '../hours/commands'
import { type MarkedState, markingRefusal, markRefusal, type MarkRefusal, tappedWithin } from './rules'

type City = { id: string }
type Held = NonNullable<Awaited<ReturnType<typeof holdDate>>>
export type Mark = { registrationId: string; state: MarkedState; requestId: string; tappedAt: Date }
export type Marked = { requestId: string; refusal: MarkRefusal | null }
type Marking = { dateId: string; personId: string; marks: readonly Mark[]; now: Date }

/** Whoever organises says who is there. What is sent twice is done once; what comes late undoes nothing newer. */
export function markAttendance(
  tenant: City,
  { marks, ...act }: Marking,
): Promise<Outcome<{ marked: Marked[] }, MarkRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = markingRefusal(held.date, act.now)
    if (refusal) return refused(refusal)
    const marked: Marked[] = []
    for (const mark of marks)
      marked.push({ requestId: mark.requestId, refusal: await markOne(db, held, mark, act) })
    return done({ marked })
  })
}

type Act = { personId: string; now: Date }
type Row = typeof registrations.$inferSelect

async function markOne(db: Db, held: Held, mark: Mark, { personId, now }: Act): Promise<MarkRefusal | null> {
  if (await db.$count(attendanceMarks, eq(attendanceMarks.requestId, mark.requestId))) return null
  const [row] = await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, mark.registrationId), eq(registrations.occurrenceId, held.date.id)))
    .for('update')
  if (!row) return 'not_there'
  if (row.personId === personId && mark.state === 'attended') return 'oneself'
  const free = await freeAt(db, row.positionId)
  const refusal = markRefusal({ state: row.state, party: row.partySize, aim: mark.state, free })
  if (refusal) return refusal
  const tappedAt = tappedWithin(mark.tappedAt, held.date, now)
  const [last] = await db
    .select({ tappedAt: attendanceMarks.tappedAt })
    .from(attendanceMarks)
    .where(eq(attendanceMarks.registrationId, row.id))
    .orderBy(desc(attendanceMarks.tappedAt))
    .limit(1)
  await db.insert(attendanceMarks).values({ ...mark, tappedAt, byId: personId, at: now })
  if (last && last.tappedAt > tappedAt) return null
  await settle(db, held, row, { state: mark.state, tappedAt, personId, now })
  return null
}

/** Locks the seats of a position: how many are left, null without limit. */
export async function freeAt(db: Db, positionId: string): Promise<number | null> {
  const [seats] = await db
    .select({ capacity: positions.capacity, taken: positions.seatsTaken })
    .from(positions)
    .where(eq(positions.id, positionId))
    .for('no key update')
  return seats!.capacity === null ? null : seats!.capacity - seats!.taken
}

type Settling = Act & { state: MarkedState; tappedAt: Date }

async function settle(
  db: Db,
  held: Held,
  row: Row,
  { state, tappedAt, personId, now }: Settling,
): Promise<void> {
  const came = state === 'attended'
  await db
    .update(registrations)
    .set({
      state,
      changedAt: now,
      offerExpiresAt: null,
      holdExpiresAt: null,
      checkedInAt: came ? tappedAt : null,
      checkedInById: came ? personId : null,
    })
    .where(eq(registrations.id, row.id))
  if (row.state === 'waitlisted') {
    await countSeats(db, row.positionId, row.partySize, -1)
    await changed(db, 'activities')
  }
  await followAttendance(db, {
    ...held,
    row: { ...row, state },
    wasThere: row.state === 'attended',
    personId,
    now,
  })
}

export const countSeats = (db: Db, positionId: string, seats: number, waiting = 0) =>
  db.execute(sql`select app.count_seats(${positionId}::uuid, ${seats}::int, ${waiting}::int)`)

/** Everybody who was expected and of whom nothing was said did not come. Returns how many. */
export function markTheRestAbsent(
  tenant: City,
  act: { dateId: string; personId: string; now: Date },
): Promise<Outcome<{ activityId: string; dateId: string; count: number }, MarkRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = markingRefusal(held.date, act.now)
    if (refusal) return refused(refusal)
    if (held.date.endsAt > act.now) return refused('too_early')
    const rest = await db
      .update(registrations)
      .set({ state: 'absent', changedAt: act.now })
      .where(and(eq(registrations.occurrenceId, held.date.id), eq(registrations.state, 'confirmed')))
      .returning({ registrationId: registrations.id })
    if (rest.length > 0)
      await db.insert(attendanceMarks).values(
        rest.map((one) => ({
          ...one,
          state: 'absent' as const,
          byId: act.personId,
          requestId: crypto.randomUUID(),
          tappedAt: act.now,
          at: act.now,
        })),
      )
    return done({ activityId: held.activity.id, dateId: held.date.id, count: rest.length })
  })
}

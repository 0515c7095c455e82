import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import {
  activities,
  occurrences,
  positions,
  registrations,
  schedules,
  standingRegistrations,
} from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

type Ground = { personId: string | undefined; now: Date }

/** Whoever signs in first comes every week to something of a series, wherever there is room. */
export async function plantStanding(db: Db, { personId, now }: Ground): Promise<void> {
  const series = personId ? await seriesFor(db, personId) : null
  if (!personId || !series) return
  const at = daysBefore(now, 3)
  const standing = { id: randomUUID(), ...series, personId, fromOn: at.toISOString().slice(0, 10), at }
  await db.insert(standingRegistrations).values(standing)
  const here = and(eq(occurrences.scheduleId, series.scheduleId), eq(occurrences.state, 'scheduled'))
  const isFree = sql`${positions.capacity} - ${positions.seatsTaken} > greatest(1, ${positions.newcomerSeats})`
  const hasRoom = or(isNull(positions.capacity), isFree)
  const free = await db
    .select({ occurrenceId: occurrences.id, positionId: positions.id })
    .from(occurrences)
    .innerJoin(positions, eq(positions.occurrenceId, occurrences.id))
    .where(and(here, hasRoom, eq(positions.rank, 0), gt(occurrences.startsAt, now), notThere(personId)))
  for (const date of free) {
    const asked = { requestId: randomUUID(), at, changedAt: at, standingId: standing.id }
    const place = { ...date, activityId: series.activityId, personId, state: 'confirmed' as const }
    await db.insert(registrations).values({ ...place, ...asked })
    await db
      .update(positions)
      .set({
        seatsTaken: sql`${positions.seatsTaken} + 1`,
        newcomerSeats: sql`case when ${positions.capacity} > 1 then greatest(1, ${positions.newcomerSeats}) else 0 end`,
      })
      .where(eq(positions.id, date.positionId))
  }
}

const notThere = (personId: string) => sql`not exists (select from ${registrations} own
  where own.occurrence_id = ${occurrences.id} and own.person_id = ${personId})`

/** A series of somebody else's, with a place at once and something ahead. */
async function seriesFor(db: Db, personId: string) {
  const [found] = await db
    .select({ scheduleId: schedules.id, activityId: activities.id })
    .from(schedules)
    .innerJoin(activities, eq(activities.id, schedules.activityId))
    .where(
      and(
        sql`${schedules.rule} is not null`,
        isNull(schedules.endedAt),
        eq(activities.registration, 'instant'),
        eq(activities.publication, 'published'),
        ne(activities.kind, 'event'),
        ne(activities.organiserId, personId),
      ),
    )
    .orderBy(asc(activities.title))
    .limit(1)
  return found ?? null
}

import 'server-only'
import { and, eq, isNull, or, lt, sql } from 'drizzle-orm'
import { activities, occurrences, positions, schedules } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { positionsFor } from '../positions/rules'
import { datesUntil, horizonFrom, type Planned, type Timing } from './rules'

type Schedule = Timing & { id: string; activityId: string; expandedUntil: Date | null }
type Seats = Parameters<typeof positionsFor>[0]
type Written = Planned & { zone: string }

const atOnce = 500

/** Writes down the dates of a schedule up to the horizon; those that are written already stay as they are. */
export async function writeDates(db: Db, schedule: Schedule, seats: Seats, now: Date): Promise<number> {
  const until = horizonFrom(now)
  const dates = datesUntil(schedule, until).map((date) => ({ ...date, zone: schedule.zone }))
  const isNew = ({ startsAt }: Planned) => !schedule.expandedUntil || startsAt > schedule.expandedUntil
  const count = await addDates(db, schedule, dates.filter(isNew), seats, now)
  await db.update(schedules).set({ expandedUntil: until }).where(eq(schedules.id, schedule.id))
  return count
}

/** Dates as rows, each with what one can register for. */
export async function addDates(
  db: Db,
  { id: scheduleId, activityId }: Pick<Schedule, 'id' | 'activityId'>,
  dates: Written[],
  seats: Seats,
  now: Date,
): Promise<number> {
  if (dates.length === 0) return 0
  const zoneEdition = process.versions.tz ?? 'unknown'
  const rows = dates.map((date) => ({ ...date, scheduleId, activityId, zoneEdition, changedAt: now }))
  const added = await db
    .insert(occurrences)
    .values(rows.slice(0, atOnce))
    .onConflictDoNothing()
    .returning({ id: occurrences.id })
  const each = positionsFor(seats)
  const held = added.flatMap(({ id }) => each.map((one) => ({ ...one, activityId, occurrenceId: id })))
  if (held.length > 0) await db.insert(positions).values(held)
  return added.length
}

const day = 86_400_000

/** Writes down what has come within the horizon since: of so many schedules at a time, each of what everyone may read. */
export async function writeDue(db: Db, now: Date, limit: number): Promise<number> {
  const behind = new Date(horizonFrom(now).getTime() - day)
  const due = await db
    .select({ schedule: schedules, activity: activities })
    .from(schedules)
    .innerJoin(activities, eq(activities.id, schedules.activityId))
    .where(
      and(
        eq(activities.publication, 'published'),
        isNull(schedules.endedAt),
        sql`${schedules.rule} is not null`,
        or(isNull(schedules.expandedUntil), lt(schedules.expandedUntil, behind)),
      ),
    )
    .orderBy(schedules.id)
    .limit(limit)
    .for('update', { of: schedules, skipLocked: true })
  for (const { schedule, activity } of due) await writeDates(db, schedule, activity, now)
  return due.length
}

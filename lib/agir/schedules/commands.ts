import 'server-only'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { activities, occurrences, positions, schedules } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { positionsFor } from '../positions/rules'
import { datesUntil, horizonFrom, type Planned, type Timing } from './rules'

type Schedule = Timing & { id: string; activityId: string; expandedUntil: Date | null }
type Seats = Parameters<typeof positionsFor>[0]
type Held = ReturnType<typeof positionsFor>
type Row = Planned & { schedule: string; activity: string; zone: string; held: Held }

const atOnce = 2000

/** Writes down the dates of a schedule up to the horizon; those that are written already stay as they are. */
export async function writeDates(db: Db, schedule: Schedule, seats: Seats, now: Date): Promise<number> {
  const until = horizonFrom(now)
  const count = await addRows(db, newRowsOf(schedule, seats, until), now)
  await noteHorizon(db, [schedule.id], until)
  return count
}

/** What has come within the horizon since it was last looked at: each date with what one can register for. */
function newRowsOf({ id, activityId, ...schedule }: Schedule, seats: Seats, until: Date): Row[] {
  const { zone, expandedUntil } = schedule
  const of = { schedule: id, activity: activityId, zone, held: positionsFor(seats) }
  return datesUntil(schedule, until)
    .filter(({ startsAt }) => !expandedUntil || startsAt > expandedUntil)
    .map((date) => ({ ...date, ...of }))
}

async function noteHorizon(db: Db, ids: string[], expandedUntil: Date): Promise<void> {
  await db.update(schedules).set({ expandedUntil }).where(inArray(schedules.id, ids))
}

/** Thousands in one statement: asked for row by row, a city's half year takes longer than its reading. */
async function addRows(db: Db, rows: Row[], now: Date): Promise<number> {
  let count = 0
  for (let from = 0; from < rows.length; from += atOnce) {
    const [added] = await db.execute<{ count: number }>(sql`
      with planned as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + atOnce))}::text::jsonb) as planned (
          schedule uuid, activity uuid, zone text, "originalLocal" timestamp, "startsLocal" timestamp, "endsLocal" timestamp,
          "startsAt" timestamptz, "endsAt" timestamptz, held jsonb)
      ), added as (
        insert into ${occurrences} (activity_id, schedule_id, original_local, zone, starts_local, ends_local, starts_at, ends_at,
          zone_edition, changed_at)
        select activity, schedule, "originalLocal", zone, "startsLocal", "endsLocal", "startsAt", "endsAt",
          ${process.versions.tz ?? 'unknown'}, ${now.toISOString()}::timestamptz
        from planned on conflict do nothing
        returning id, activity_id, schedule_id, original_local
      ), seated as (
        insert into ${positions} (activity_id, occurrence_id, label, rank, skills, capacity, newcomer_seats, has_waitlist, min_age)
        select added.activity_id, added.id, label, rank, skills, capacity, "newcomerSeats", "hasWaitlist", "minAge"
        from added join planned on schedule = schedule_id and "originalLocal" = original_local
          cross join lateral jsonb_to_recordset(held) as each (label text, rank int, skills text[], capacity int,
            "newcomerSeats" int, "hasWaitlist" boolean, "minAge" int)
      )
      select count(*)::int as count from added`)
    count += added!.count
  }
  return count
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
  const until = horizonFrom(now)
  const rows: Row[] = []
  for (const { schedule, activity } of due) {
    rows.push(...newRowsOf(schedule, activity, until))
    await othersFirst()
  }
  await addRows(db, rows, now)
  const ids = due.map(({ schedule }) => schedule.id)
  await noteHorizon(db, ids, until)
  return due.length
}

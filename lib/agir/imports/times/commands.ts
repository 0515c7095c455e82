import 'server-only'
import { Temporal } from 'temporal-polyfill'
import { and, eq, gt, inArray, notInArray, sql } from 'drizzle-orm'
import { occurrences, schedules } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import type { ActivityArrival } from '../rules'

type Times = {
  zone: string
  times: ActivityArrival['times']
  now: Date
  /** What is said of a date that is no longer announced. */
  gone: string
}

const most = 400

/** Makes an activity's dates those its source announces now. */
export async function keepTimes(
  db: Db,
  activityId: string,
  { zone, times, now, gone }: Times,
): Promise<void> {
  const kept = times.slice(-most)
  const scheduleId = await scheduleOf(db, activityId, { zone, times: kept, now })
  if (!scheduleId) return
  const rows = kept.map(({ startsAt, endsAt }) => ({
    activityId,
    scheduleId,
    zone,
    originalLocal: civil(startsAt, zone),
    startsLocal: civil(startsAt, zone),
    endsLocal: civil(endsAt, zone),
    startsAt,
    endsAt,
    zoneEdition: process.versions.tz ?? 'unknown',
    changedAt: now,
    isOverridden: true,
  }))
  if (rows.length > 0)
    await db
      .insert(occurrences)
      .values(rows)
      .onConflictDoUpdate({
        target: [occurrences.tenantId, occurrences.scheduleId, occurrences.originalLocal],
        set: {
          endsAt: sql`excluded.ends_at`,
          endsLocal: sql`excluded.ends_local`,
          state: 'scheduled',
          reason: null,
          sequence: sql`occurrences.sequence + 1`,
          changedAt: now,
        },
        setWhere: sql`occurrences.ends_at <> excluded.ends_at or occurrences.state = 'cancelled'`,
      })
  await callOff(db, [activityId], { reason: gone, now, but: rows.map(({ originalLocal }) => originalLocal) })
}

/** Calls off the dates to come, but those that are named. */
export async function callOff(
  db: Db,
  activityIds: string[],
  { reason, now, but = [] }: { reason: string; now: Date; but?: string[] },
): Promise<void> {
  const others = but.length > 0 ? notInArray(occurrences.originalLocal, but) : undefined
  const toCome = and(inArray(occurrences.activityId, activityIds), gt(occurrences.startsAt, now))
  await db
    .update(occurrences)
    .set({
      state: 'cancelled',
      reason,
      stateChangedAt: now,
      changedAt: now,
      sequence: sql`occurrences.sequence + 1`,
    })
    .where(and(toCome, others, inArray(occurrences.state, ['scheduled', 'rescheduled', 'moved_online'])))
}

async function scheduleOf(db: Db, activityId: string, { zone, times, now }: Omit<Times, 'gone'>) {
  const [known] = await db
    .select({ id: schedules.id })
    .from(schedules)
    .where(eq(schedules.activityId, activityId))
    .limit(1)
  const [first] = times
  if (known || !first) return known?.id ?? null
  const [made] = await db
    .insert(schedules)
    .values({
      activityId,
      zone,
      startsLocal: civil(first.startsAt, zone),
      endsLocal: civil(first.endsAt, zone),
      createdAt: now,
      expandedUntil: times.at(-1)!.endsAt,
      endedAt: now,
    })
    .returning({ id: schedules.id })
  return made!.id
}

function civil(at: Date, zone: string): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return time.toString({ smallestUnit: 'second' }).replace('T', ' ')
}

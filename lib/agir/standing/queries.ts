import 'server-only'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import {
  activities,
  occurrences,
  registrations,
  schedules,
  standingRegistrations,
} from '../../../drizzle/schema'
import { inTenant } from '../../db'

type City = { id: string }

/** What somebody comes to every time, with the next date and how many places they have ahead. */
export function listStanding(tenant: City, personId: string, now: Date) {
  const ahead = sql`from ${registrations} r join ${occurrences} o on o.id = r.occurrence_id
    where r.standing_id = ${standingRegistrations.id} and app.is_active(r.state)
      and o.starts_at > ${now.toISOString()}::timestamptz`
  return inTenant(tenant, (db) =>
    db
      .select({
        id: standingRegistrations.id,
        title: activities.title,
        slug: activities.slug,
        locale: activities.locale,
        zone: schedules.zone,
        rule: schedules.rule,
        startsLocal: schedules.startsLocal,
        endsLocal: schedules.endsLocal,
        untilOn: standingRegistrations.untilOn,
        awayFrom: standingRegistrations.awayFrom,
        awayUntil: standingRegistrations.awayUntil,
        count: sql<number>`(select count(*)::int ${ahead})`,
        nextAt: sql<Date | null>`(select min(o.starts_at) ${ahead})`.mapWith(occurrences.startsAt),
      })
      .from(standingRegistrations)
      .innerJoin(activities, eq(activities.id, standingRegistrations.activityId))
      .innerJoin(schedules, eq(schedules.id, standingRegistrations.scheduleId))
      .where(and(eq(standingRegistrations.personId, personId), isNull(standingRegistrations.endedAt)))
      .orderBy(asc(activities.title), asc(standingRegistrations.id)),
  )
}
export type Standing = Awaited<ReturnType<typeof listStanding>>[number]

/** What comes back in an activity, by its rule and but for its exceptions. */
export function listSeries(tenant: City, activityId: string) {
  const { id, zone, startsLocal, endsLocal, rule, exceptions } = schedules
  return inTenant(tenant, (db) =>
    db
      .select({ id, zone, startsLocal, endsLocal, rule, exceptions })
      .from(schedules)
      .where(
        and(
          eq(schedules.activityId, activityId),
          isNull(schedules.endedAt),
          sql`${schedules.rule} is not null`,
        ),
      )
      .orderBy(asc(startsLocal), asc(id)),
  )
}
export type Series = Awaited<ReturnType<typeof listSeries>>[number]

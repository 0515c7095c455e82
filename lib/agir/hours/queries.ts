import 'server-only'
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import {
  activities,
  hourEntries,
  occurrences,
  organisations,
  people,
  registrations,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { editableUntil } from './rules'

type City = { id: string }

/** The last line of each registration: the one that is true. */
function lastLines(db: Db) {
  return db
    .selectDistinctOn([hourEntries.registrationId], {
      registrationId: hourEntries.registrationId,
      personId: hourEntries.personId,
      nth: hourEntries.nth,
      kind: hourEntries.kind,
      minutes: hourEntries.minutes,
      servedOn: hourEntries.servedOn,
      byRole: hourEntries.byRole,
      reason: hourEntries.reason,
      organisationId: hourEntries.organisationId,
      activityId: hourEntries.activityId,
      occurrenceId: hourEntries.occurrenceId,
    })
    .from(hourEntries)
    .orderBy(hourEntries.registrationId, desc(hourEntries.nth))
    .$dynamic()
}

const mostShown = 1000

/** Everything a volunteer did by the hour, the latest first, and what they may still declare. */
export function listOwnHours(tenant: City, personId: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const last = lastLines(db).where(eq(hourEntries.personId, personId)).as('last_lines')
    const lines = await db
      .select({
        registrationId: last.registrationId,
        kind: last.kind,
        minutes: last.minutes,
        servedOn: last.servedOn,
        byRole: last.byRole,
        reason: last.reason,
        title: activities.title,
        slug: activities.slug,
        locale: activities.locale,
        endsAt: occurrences.endsAt,
        organisationId: last.organisationId,
        organisation: organisations.name,
      })
      .from(last)
      .innerJoin(activities, eq(activities.id, last.activityId))
      .innerJoin(occurrences, eq(occurrences.id, last.occurrenceId))
      .leftJoin(organisations, eq(organisations.id, last.organisationId))
      .orderBy(desc(last.servedOn), asc(last.registrationId))
      .limit(mostShown)
    return { lines, undeclared: await undeclaredOf(db, personId, now) }
  })
}
export type OwnHours = Awaited<ReturnType<typeof listOwnHours>>
export type OwnLine = OwnHours['lines'][number]

/** Dates somebody was expected at, of which nobody said anything yet. */
function undeclaredOf(db: Db, personId: string, now: Date) {
  const since = new Date(2 * now.getTime() - editableUntil({ endsAt: now }).getTime())
  return db
    .select({
      registrationId: registrations.id,
      title: activities.title,
      slug: activities.slug,
      locale: activities.locale,
      startsAt: occurrences.startsAt,
      endsAt: occurrences.endsAt,
      zone: occurrences.zone,
      breakMinutes: occurrences.breakMinutes,
    })
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrations.state, ['confirmed', 'attended', 'absent', 'excused']),
        ne(activities.kind, 'event'),
        ne(occurrences.state, 'cancelled'),
        lte(occurrences.endsAt, now),
        gt(occurrences.endsAt, since),
        isNull(
          sql`(select 1 from ${hourEntries} line where line.registration_id = ${registrations.id} limit 1)`,
        ),
      ),
    )
    .orderBy(desc(occurrences.endsAt))
}

/** The hours of one date, for who organises it: who helped how long, and what waits for an answer. */
export function listHoursOfDate(tenant: City, dateId: string) {
  return inTenant(tenant, async (db) => {
    const last = lastLines(db).where(eq(hourEntries.occurrenceId, dateId)).as('last_lines')
    return db
      .select({
        registrationId: last.registrationId,
        personId: last.personId,
        nth: last.nth,
        kind: last.kind,
        minutes: last.minutes,
        byRole: last.byRole,
        reason: last.reason,
        name: people.name,
      })
      .from(last)
      .leftJoin(people, eq(people.id, last.personId))
      .orderBy(asc(people.name), asc(last.registrationId))
  })
}
export type HoursOfDate = Awaited<ReturnType<typeof listHoursOfDate>>

/** How many dates of each activity have hours that wait for whoever organises it. */
export function countWaitingHours(tenant: City, activityId: string): Promise<Map<string, number>> {
  return inTenant(tenant, async (db) => {
    const last = lastLines(db).where(eq(hourEntries.activityId, activityId)).as('last_lines')
    const rows = await db
      .select({ dateId: last.occurrenceId, count: sql<number>`count(*)::int` })
      .from(last)
      .where(inArray(last.kind, ['auto', 'declared']))
      .groupBy(last.occurrenceId)
    return new Map(rows.map(({ dateId, count }) => [dateId, count]))
  })
}

import 'server-only'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { activities, feedback, memberships, occurrences, registrations } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** That somebody was at a date, or null. */
export async function cameTo(db: Db, dateId: string, personId: string) {
  const [came] = await db
    .select({
      registrationId: registrations.id,
      activityId: registrations.activityId,
      startsAt: occurrences.startsAt,
      endsAt: occurrences.endsAt,
      accessibility: activities.accessibility,
      judgesAccess: judgesAccess(personId),
    })
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .where(
      and(
        eq(registrations.occurrenceId, dateId),
        eq(registrations.personId, personId),
        eq(registrations.state, 'attended'),
      ),
    )
  return came ?? null
}

/** Whether somebody who was there can say if the access is as it is told: they were at that place since, and are not of the team. */
const judgesAccess = (personId: string) => sql<boolean>`(${activities.accessibility} <> '{}'
  and ${activities.attendance} <> 'online' and ${occurrences.state} <> 'moved_online'
  and ${occurrences.placeLabel} is null and ${occurrences.address} is null
  and (${activities.accessSaidAt} is null or ${occurrences.startsAt} >= ${activities.accessSaidAt})
  and ${activities.organiserId} is distinct from ${personId}::uuid
  and not exists (select from ${memberships} m where m.organisation_id = ${activities.organisationId}
    and m.person_id = ${personId}::uuid and m.state = 'active'))`

/** The date of a letter of thanks, for whoever opens it: a date everyone may know of. */
export function findThanked(tenant: City, dateId: string) {
  if (!uuid.test(dateId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        id: occurrences.id,
        startsAt: occurrences.startsAt,
        endsAt: occurrences.endsAt,
        zone: occurrences.zone,
        title: activities.title,
        activityId: activities.id,
        /** Nobody organises here what was announced elsewhere. */
        hasOrganiser: sql<boolean>`coalesce(${activities.organisationId}, ${activities.organiserId}) is not null`,
      })
      .from(occurrences)
      .innerJoin(activities, eq(activities.id, occurrences.activityId))
      .where(
        and(
          eq(occurrences.id, dateId),
          eq(activities.moderation, 'approved'),
          eq(activities.publication, 'published'),
        ),
      )
    return found ?? null
  })
}

/** Whether somebody was there, and what they said of it so far. */
export function findOwnFeedback(tenant: City, dateId: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const came = await cameTo(db, dateId, personId)
    if (!came) return null
    const [said] = await db
      .select({ rating: feedback.rating, text: feedback.text })
      .from(feedback)
      .where(eq(feedback.registrationId, came.registrationId))
    const { endsAt, accessibility, judgesAccess: isAsked } = came
    return { endsAt, access: isAsked ? accessibility : null, said: said ?? null }
  })
}

/** The place somebody held at a date without having been noted as there: what they would tell the organisers is about it. */
export function findUnnoted(tenant: City, dateId: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const [held] = await db
      .select({ id: registrations.id })
      .from(registrations)
      .where(
        and(
          eq(registrations.occurrenceId, dateId),
          eq(registrations.personId, personId),
          inArray(registrations.state, ['confirmed', 'absent', 'excused']),
        ),
      )
    return held?.id ?? null
  })
}

/** What was said of a date, the last first, for who organises it: never by whom. */
export function listFeedback(tenant: City, dateId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ id: feedback.id, rating: feedback.rating, text: feedback.text })
      .from(feedback)
      .where(eq(feedback.occurrenceId, dateId))
      .orderBy(desc(feedback.changedAt), feedback.id)
      .limit(500),
  )
}
export type Feedback = Awaited<ReturnType<typeof listFeedback>>[number]

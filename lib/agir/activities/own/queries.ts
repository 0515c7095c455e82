import 'server-only'
import { and, asc, desc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import {
  activities,
  activityRevisions,
  occurrences,
  organisations,
  schedules,
} from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { speaksFor } from '../../organisations/queries'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a person organises, themselves or for an organisation, the one touched last first. */
export function listOwnActivities(tenant: City, personId: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const next = db
      .select({
        activityId: occurrences.activityId,
        at: sql<Date>`min(${occurrences.startsAt})`.mapWith(occurrences.startsAt).as('at'),
      })
      .from(occurrences)
      .where(
        and(
          gte(occurrences.endsAt, now),
          inArray(occurrences.state, ['scheduled', 'rescheduled', 'moved_online']),
        ),
      )
      .groupBy(occurrences.activityId)
      .as('next')
    return db
      .select({
        id: activities.id,
        slug: activities.slug,
        title: activities.title,
        moderation: activities.moderation,
        publication: activities.publication,
        organisation: organisations.name,
        nextAt: next.at,
      })
      .from(activities)
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .leftJoin(next, eq(next.activityId, activities.id))
      .where(await isOwn(db, personId))
      .orderBy(desc(activities.changedAt), asc(activities.id))
      .limit(200)
  })
}
export type OwnListed = Awaited<ReturnType<typeof listOwnActivities>>[number]

/** One of them with its schedules and what waits to be read; null when it is not theirs. */
export async function findOwnActivity(tenant: City, id: string, personId: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        activity: activities,
        organisation: { name: organisations.name, trust: organisations.trust, slug: organisations.slug },
      })
      .from(activities)
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(activities.id, id), await isOwn(db, personId)))
    if (!found) return null
    const { tenantId: _city, ...activity } = found.activity
    const timings = await timingsOf(db, id)
    const [revision] = await db
      .select({ id: activityRevisions.id, at: activityRevisions.at, wish: activityRevisions.wish })
      .from(activityRevisions)
      .where(and(eq(activityRevisions.activityId, id), eq(activityRevisions.state, 'waiting')))
    const trust = found.organisation?.trust ?? 0
    return {
      ...activity,
      organisation: found.organisation,
      trust,
      timings,
      scheduleCount: timings.length,
      revision: revision ?? null,
    }
  })
}
export type OwnActivity = NonNullable<Awaited<ReturnType<typeof findOwnActivity>>>

export function timingsOf(db: Db, activityId: string) {
  const { id, zone, startsLocal, endsLocal, rule, exceptions, additions, expandedUntil } = schedules
  return db
    .select({ id, zone, startsLocal, endsLocal, rule, exceptions, additions, expandedUntil })
    .from(schedules)
    .where(and(eq(schedules.activityId, activityId), isNull(schedules.endedAt)))
    .orderBy(asc(startsLocal), asc(id))
}

async function isOwn(db: Db, personId: string) {
  const voices = (await speaksFor(db, personId)).map(({ id }) => id)
  const asSelf = and(isNull(activities.organisationId), eq(activities.organiserId, personId))
  return voices.length > 0 ? or(asSelf, inArray(activities.organisationId, voices)) : asSelf
}

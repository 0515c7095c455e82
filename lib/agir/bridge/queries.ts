import 'server-only'
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { activities, carriers, ideaNeeds, ideas, organisations } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { type Acting, isStaff } from '../../people/rules'
import { isOffered } from '../../tenancy/site'
import { cardsOf } from '../finding/cards/queries'
import { opensMissions } from './rules'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const mostMissions = 12

/** What an idea owes to what people do, and the other way round: nothing where the city has only one of the two. */
export async function findBridgeOfIdea(tenant: Tenant, ideaId: string, now: Date) {
  if (!isOffered(tenant, 'agir')) return null
  return { needs: await listNeedsBehind(tenant, ideaId), missions: await listMissions(tenant, ideaId, now) }
}
export type BridgeOfIdea = NonNullable<Awaited<ReturnType<typeof findBridgeOfIdea>>>

export async function findBridgeOfActivity(
  tenant: Tenant,
  { id, ideaId }: { id: string; ideaId: string | null },
) {
  if (!isOffered(tenant, 'decider')) return null
  return { helped: ideaId ? await findHelped(tenant, ideaId) : null, born: await listIdeasBornOf(tenant, id) }
}
export type BridgeOfActivity = NonNullable<Awaited<ReturnType<typeof findBridgeOfActivity>>>

/** What there is to do for an idea, the soonest first, and how often it was done. */
export function listMissions(tenant: City, ideaId: string, now: Date) {
  return inTenant(tenant, async (db) => {
    const at = sql`${now.toISOString()}::timestamptz`
    const rows = await db.execute<{ id: string; occurrenceId: string | null }>(sql`
      select a.id, d.id as "occurrenceId" from activities a
      left join organisations g on g.id = a.organisation_id
      left join lateral (
        select id, starts_at from occurrences where activity_id = a.id and ends_at >= ${at}
          and state in ('scheduled', 'rescheduled', 'moved_online') order by starts_at, id limit 1
      ) d on true
      where a.idea_id = ${ideaId} and a.publication = 'published' and a.moderation = 'approved'
        and (g.id is null or g.state = 'active') and (d.id is not null or a.kind = 'standing_need')
      order by d.starts_at nulls last, a.id limit ${mostMissions}`)
    return cardsOf(db, [...rows], now)
  })
}

/** The idea an activity helps, as everyone may read it. */
export function findHelped(tenant: City, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ slug: sql<string>`${ideas.slug}`, title: ideas.title })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), eq(ideas.publication, 'published')))
    return found ?? null
  })
}

/** The idea for which this person may offer something: who stands for it, or acts for the city. */
export function findToHelp(tenant: City, ideaId: string, person: Acting & { id: string }) {
  if (!uuid.test(ideaId)) return Promise.resolve(null)
  return inTenant(tenant, (db) => ideaToHelp(db, ideaId, person.id, isStaff(person)))
}

export async function ideaToHelp(db: Db, ideaId: string, personId: string, isOfTheCity: boolean) {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
  if (!idea || !opensMissions(idea)) return null
  const beside = and(eq(carriers.ideaId, ideaId), eq(carriers.personId, personId))
  const stands = idea.authorId === personId || (await db.$count(carriers, beside)) > 0
  return stands || isOfTheCity ? { id: idea.id, title: idea.title, slug: idea.slug } : null
}

const isShown = and(
  eq(activities.publication, 'published'),
  eq(activities.moderation, 'approved'),
  or(sql`${activities.organisationId} is null`, inArray(organisations.state, ['active', 'leaving'])),
)

/** A need as it is announced, for whoever makes an idea of it. */
export function findNeed(tenant: City, activityId: string) {
  if (!uuid.test(activityId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        id: activities.id,
        slug: activities.slug,
        title: activities.title,
        summary: activities.summary,
      })
      .from(activities)
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(activities.id, activityId), isShown))
    return found ?? null
  })
}

/** The needs an idea was born of. */
export function listNeedsBehind(tenant: City, ideaId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ slug: sql<string>`${activities.slug}`, title: activities.title })
      .from(ideaNeeds)
      .innerJoin(activities, eq(activities.id, ideaNeeds.activityId))
      .leftJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(and(eq(ideaNeeds.ideaId, ideaId), isShown))
      .orderBy(asc(ideaNeeds.at)),
  )
}

/** The ideas that were made of a need. */
export function listIdeasBornOf(tenant: City, activityId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ slug: sql<string>`${ideas.slug}`, title: ideas.title })
      .from(ideaNeeds)
      .innerJoin(ideas, eq(ideas.id, ideaNeeds.ideaId))
      .where(and(eq(ideaNeeds.activityId, activityId), eq(ideas.publication, 'published')))
      .orderBy(asc(ideaNeeds.at))
      .limit(10),
  )
}

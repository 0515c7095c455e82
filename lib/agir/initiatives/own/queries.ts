import 'server-only'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import {
  activities,
  changeRequests,
  initiativePeople,
  initiatives,
  organisations,
  people,
} from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { publicName } from '../../../people/names/queries'
import { isOwn } from '../keepers/queries'
import { isInView } from '../queries'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What a person keeps, with others or for an organisation, the one touched last first. */
export function listOwnInitiatives(tenant: City, personId: string) {
  return inTenant(tenant, async (db) =>
    db
      .select({
        id: initiatives.id,
        title: initiatives.title,
        state: initiatives.state,
        image: initiatives.image,
        organisationId: initiatives.organisationId,
        organisation: organisations.name,
      })
      .from(initiatives)
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(await isOwn(db, personId))
      .orderBy(desc(initiatives.changedAt), asc(initiatives.id))
      .limit(100),
  )
}
export type OwnInitiative = Awaited<ReturnType<typeof listOwnInitiatives>>[number]

/** One of them, with what the city asked to be changed and what belongs to it; null when it is not theirs. */
export async function findKeptInitiative(tenant: City, id: string, personId: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({
        initiative: initiatives,
        organisation: organisations.name,
        trust: sql<number>`coalesce(${organisations.trust}, 0)::int`,
      })
      .from(initiatives)
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(and(eq(initiatives.id, id), await isOwn(db, personId)))
    if (!found) return null
    const [request] = await db
      .select({ text: changeRequests.text, dueAt: changeRequests.dueAt })
      .from(changeRequests)
      .where(and(eq(changeRequests.subjectId, id), isNull(changeRequests.answeredAt)))
    const belonging = await db
      .select({ id: activities.id, title: activities.title, slug: sql<string>`${activities.slug}` })
      .from(activities)
      .where(and(eq(activities.initiativeId, id), eq(activities.publication, 'published')))
      .orderBy(desc(activities.changedAt), asc(activities.id))
      .limit(50)
    const { tenantId: _city, ...own } = found.initiative
    return {
      ...own,
      organisation: found.organisation,
      trust: found.trust,
      request: request ?? null,
      belonging,
    }
  })
}
export type KeptInitiative = NonNullable<Awaited<ReturnType<typeof findKeptInitiative>>>

/** Those a person takes part in without keeping them. */
export function listJoined(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ id: initiatives.id, slug: sql<string>`${initiatives.slug}`, title: initiatives.title })
      .from(initiativePeople)
      .innerJoin(initiatives, eq(initiatives.id, initiativePeople.initiativeId))
      .leftJoin(organisations, eq(organisations.id, initiatives.organisationId))
      .where(
        and(
          eq(initiativePeople.personId, personId),
          eq(initiativePeople.role, 'participant'),
          isNull(initiativePeople.endedAt),
          isInView,
        ),
      )
      .orderBy(desc(initiativePeople.at), asc(initiatives.id)),
  )
}

/** Who is there, as those who keep it see them: by name, and since when. The caller has asked who asks. */
export function listPeople(tenant: City, initiativeId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: initiativePeople.id,
        personId: initiativePeople.personId,
        role: initiativePeople.role,
        at: initiativePeople.at,
        name: publicName,
      })
      .from(initiativePeople)
      .innerJoin(people, eq(people.id, initiativePeople.personId))
      .where(and(eq(initiativePeople.initiativeId, initiativeId), isNull(initiativePeople.endedAt)))
      .orderBy(asc(initiativePeople.role), asc(initiativePeople.at), asc(initiativePeople.id))
      .limit(200),
  )
}
export type InitiativePerson = Awaited<ReturnType<typeof listPeople>>[number]

/** What this person could put an activity into: what they keep, and is in view or in the making. */
export async function listKeptTitles(tenant: City, personId: string) {
  const own = await listOwnInitiatives(tenant, personId)
  return own
    .filter(({ state }) => state === 'active' || state === 'draft' || state === 'submitted')
    .map(({ id, title }) => ({ id, title }))
}

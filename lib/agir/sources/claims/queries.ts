import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { activities, activityClaims, memberships, organisations, people } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { type Acting, actsAs } from '../../../people/rules'
import { hasPower, memberRoles } from '../../organisations/rules'
import { claimRefusal } from './rules'

type City = { id: string }
const holders = alias(organisations, 'holders')
const most = 100

/** What organisations say is theirs, where this reader acts for the city, the oldest first. */
export async function claimsFor(db: Db, reader: Acting) {
  const rows = await db
    .select({
      id: activityClaims.id,
      said: activityClaims.said,
      proofUrl: activityClaims.proofUrl,
      askedAt: activityClaims.askedAt,
      askedBy: people.name,
      slug: activities.slug,
      title: activities.title,
      locale: activities.locale,
      origin: activities.origin,
      originName: activities.originName,
      originUrl: activities.originUrl,
      districtCode: activities.districtCode,
      claimedAt: activities.claimedAt,
      organisation: { name: organisations.name, slug: organisations.slug, trust: organisations.trust },
      holder: holders.name,
    })
    .from(activityClaims)
    .innerJoin(activities, eq(activities.id, activityClaims.activityId))
    .innerJoin(organisations, eq(organisations.id, activityClaims.organisationId))
    .leftJoin(holders, eq(holders.id, activities.organisationId))
    .leftJoin(people, eq(people.id, activityClaims.askedById))
    .where(eq(activityClaims.state, 'waiting'))
    .orderBy(asc(activityClaims.askedAt), asc(activityClaims.id))
    .limit(most)
  return rows.filter(({ districtCode }) => actsAs(reader, 'area_admin', { districtCode }))
}
export type WaitingClaim = Awaited<ReturnType<typeof claimsFor>>[number]

/** An imported activity as somebody comes forward for it, with the organisations they may do so for; null when there is none. */
export function findClaimable(tenant: City, slug: string, personId: string) {
  return inTenant(tenant, async (db) => {
    const [activity] = await db
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.slug, slug),
          eq(activities.publication, 'published'),
          eq(activities.moderation, 'approved'),
        ),
      )
    if (!activity?.origin || activity.mergedIntoId) return null
    const own = await managedBy(db, personId)
    const waiting = await db
      .select({ organisationId: activityClaims.organisationId })
      .from(activityClaims)
      .where(and(eq(activityClaims.activityId, activity.id), eq(activityClaims.state, 'waiting')))
    const isAsked = ({ id }: { id: string }) => waiting.some(({ organisationId }) => organisationId === id)
    const { title, locale, origin, originName, originUrl } = activity
    return {
      ...{ title, locale, origin, originName, originUrl },
      asked: own.filter(isAsked),
      choices: own.filter((one) => !isAsked(one) && claimRefusal(activity, one.id) === null),
      hasOrganisation: own.length > 0,
    }
  })
}

/** Active organisations whose page somebody runs. */
async function managedBy(db: Db, personId: string) {
  const rows = await db
    .select({ id: organisations.id, name: organisations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.state, 'active'),
        eq(organisations.state, 'active'),
      ),
    )
    .orderBy(asc(organisations.name))
  const managing = memberRoles.filter((role) => hasPower(role, 'manage'))
  return rows.filter(({ role }) => managing.includes(role))
}

import 'server-only'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import {
  activities,
  activityClaims,
  occurrences,
  organisations,
  sourceChanges,
} from '../../../../drizzle/schema'
import { exchangesOf } from '../../../../tenants/exchanges'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

/** One activity came from the city's old calendar, which asks for another price since: its organisation has to say which. */
export async function plantSourceChange(db: Db, { id: city }: Tenant, now: Date): Promise<void> {
  const [one] = await db
    .select()
    .from(activities)
    .where(and(isNotNull(activities.organisationId), eq(activities.publication, 'published')))
    .orderBy(asc(activities.title))
    .limit(1)
  if (!one) return
  const { id, title, summary, body, placeLabel, address, externalUrl } = one
  const row = { title, summary, body, placeLabel, address, externalUrl, price: one.price ? null : '5 €' }
  const since = { originSeenAt: daysBefore(now, 1), claimedAt: daysBefore(now, 20) }
  await db
    .update(activities)
    .set({ origin: 'agenda', originName: exchangesOf[city]?.claim.from, originId: 'agenda-1', ...since })
    .where(eq(activities.id, id))
  const dates = await db.select().from(occurrences).where(eq(occurrences.activityId, id))
  const times = dates.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
  const wish = { row, times, isOver: false, hash: 'agenda-1' }
  await db.insert(sourceChanges).values({ activityId: id, kind: 'changed', wish, at: daysBefore(now, 1) })
}

/** Another came from there too; an organisation of the city says that it is theirs, and waits for the city's answer. */
export async function plantClaim(db: Db, { id, country }: Tenant, now: Date): Promise<void> {
  const claim = exchangesOf[id]?.claim
  if (!claim) return
  const [organisation] = await db
    .select({ id: organisations.id, byId: organisations.createdById })
    .from(organisations)
    .where(eq(organisations.name, claim.by))
  const from = {
    organiserId: null,
    origin: 'agenda',
    originName: claim.from,
    originId: 'agenda-2',
    originUrl: new URL('/agenda/2', claim.url).href,
  }
  const [imported] = await db
    .update(activities)
    .set({
      ...from,
      originLicence: country === 'FR' ? 'Licence Ouverte 2.0' : 'CC BY 4.0',
      originSeenAt: daysBefore(now, 1),
    })
    .where(and(eq(activities.title, claim.activity), isNull(activities.organisationId)))
    .returning({ id: activities.id })
  if (!organisation || !imported) return
  const asked = { activityId: imported.id, organisationId: organisation.id, said: claim.said }
  const by = { proofUrl: claim.url, askedById: organisation.byId, askedAt: daysBefore(now, 2) }
  await db.insert(activityClaims).values({ ...asked, ...by })
}

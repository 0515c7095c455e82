import 'server-only'
import { and, eq } from 'drizzle-orm'
import { activities, organisations, sourceChanges } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { grantsInForce } from '../../../people/roles/queries'
import { actsAs } from '../../../people/rules'
import { changed } from '../../../tenancy/freshness'
import { holdActivity } from '../../activities/organisers/queries'
import { renewFrom } from '../../imports/commands'
import { endHere } from '../../imports/endings/commands'
import type { SourceRefusal } from '../rules'

type Activity = typeof activities.$inferSelect

type Claim = { activity: string; organisation: string; byId: string; now: Date }

/** An imported activity becomes an organisation's own: from then on its source changes nothing by itself. */
export function claimActivity(
  tenant: { id: string },
  { activity, organisation, byId, now }: Claim,
): Promise<Outcome<undefined, SourceRefusal>> {
  return inTenant(tenant, async (db) => {
    const [held] = await db
      .select()
      .from(activities)
      .where(eq(activities.slug, activity))
      .for('no key update')
    const acting = { grants: await grantsInForce(db, byId) }
    if (!held) return refused('not_there')
    if (!actsAs(acting, 'area_admin', { districtCode: held.districtCode })) return refused('outside_scope')
    if (held.origin === null || held.mergedIntoId !== null) return refused('not_imported')
    const active = and(eq(organisations.slug, organisation), eq(organisations.state, 'active'))
    const [owner] = await db.select({ id: organisations.id }).from(organisations).where(active)
    if (!owner) return refused('no_organisation')
    await takeOver(db, held, { organisationId: owner.id, byId, now })
    return done(undefined)
  })
}

type Taking = { organisationId: string; byId: string; now: Date }

/** It is this organisation's now; where it comes from stays written. The caller holds the row. */
export async function takeOver(db: Db, activity: Activity, { organisationId, byId, now }: Taking) {
  await db
    .update(activities)
    .set({ organisationId, claimedAt: now, changedAt: now })
    .where(eq(activities.id, activity.id))
  await note(db, activity, 'activity_claimed', byId, now)
  await changed(db, 'activities')
}

type Answer = { changeId: string; answer: 'take' | 'keep'; personId: string; now: Date }

/** What the source says is taken over, or left. Whoever organises it may say so, and the city's team there. */
export function answerChange(
  tenant: Tenant,
  { changeId, answer, personId, now }: Answer,
  reason: string,
): Promise<Outcome<undefined, SourceRefusal>> {
  return inTenant(tenant, async (db) => {
    const [change] = await db.select().from(sourceChanges).where(eq(sourceChanges.id, changeId)).for('update')
    if (!change) return refused('not_there')
    const activity = await mayAnswer(db, change.activityId, personId)
    if (!activity) return refused('not_there')
    if (change.state !== 'waiting') return refused('already_decided')
    const taken = answer === 'take'
    if (taken && change.wish) await renewFrom(db, tenant, activity.id, change.wish, { now, reason })
    if (taken && !change.wish) await endHere(db, [activity.id], { now, reason })
    if (!taken && change.wish)
      await db.update(activities).set({ originHash: change.wish.hash }).where(eq(activities.id, activity.id))
    const decided = { state: taken ? 'taken' : 'kept', decidedById: personId, decidedAt: now } as const
    await db.update(sourceChanges).set(decided).where(eq(sourceChanges.id, changeId))
    await note(db, activity, taken ? 'source_taken' : 'source_kept', personId, now)
    await changed(db, 'activities')
    return done(undefined)
  })
}

async function mayAnswer(db: Db, activityId: string, personId: string): Promise<Activity | null> {
  const own = await holdActivity(db, activityId, personId)
  if (own) return own
  const [activity] = await db.select().from(activities).where(eq(activities.id, activityId))
  const acting = { grants: await grantsInForce(db, personId) }
  return activity && actsAs(acting, 'area_admin', { districtCode: activity.districtCode }) ? activity : null
}

type Noted = 'activity_claimed' | 'source_taken' | 'source_kept'

async function note(db: Db, { id, title }: Activity, kind: Noted, byId: string, at: Date): Promise<void> {
  const by = { byId, byRole: 'author', visibility: 'internal', at } as const
  await record(db, { kind, aboutId: id, ...by, detail: { title } })
}

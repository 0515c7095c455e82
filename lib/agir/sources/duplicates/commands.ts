import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { activities, duplicateCandidates, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { grantsInForce } from '../../../people/roles/queries'
import { actsAs } from '../../../people/rules'
import { changed } from '../../../tenancy/freshness'
import { activeStates } from '../../registrations/rules'
import { type SourceRefusal, staying } from '../rules'

type Answer = { candidateId: string; answer: 'merge' | 'dismiss'; byId: string; now: Date }

/** They are two things, or one: then the one whose word counts less leads to the other. Where somebody is registered, never. */
export function answerDuplicate(
  tenant: { id: string },
  { candidateId, answer, byId, now }: Answer,
): Promise<Outcome<undefined, SourceRefusal>> {
  return inTenant(tenant, async (db) => {
    const [pair] = await db
      .select()
      .from(duplicateCandidates)
      .where(eq(duplicateCandidates.id, candidateId))
      .for('update')
    if (!pair) return refused('not_there')
    const both = await db
      .select()
      .from(activities)
      .where(inArray(activities.id, [pair.firstId, pair.secondId]))
      .orderBy(activities.id)
      .for('no key update')
    const acting = { grants: await grantsInForce(db, byId) }
    const isOurs = both.some(({ districtCode }) => actsAs(acting, 'area_admin', { districtCode }))
    if (!isOurs) return refused('outside_scope')
    if (pair.state !== 'waiting') return refused('already_decided')
    if (answer === 'merge') {
      const stays = staying(both[0]!, both[1]!)
      const goes = both.find(({ id }) => id !== stays.id)!
      if (await isAwaited(db, goes.id)) return refused('has_registrations')
      await mergeInto(db, goes, stays, { byId, now })
    }
    const state = answer === 'merge' ? ('merged' as const) : ('dismissed' as const)
    await db
      .update(duplicateCandidates)
      .set({ state, decidedById: byId, decidedAt: now })
      .where(eq(duplicateCandidates.id, candidateId))
    return done(undefined)
  })
}

async function isAwaited(db: Db, activityId: string): Promise<boolean> {
  const held = and(eq(registrations.activityId, activityId), inArray(registrations.state, activeStates))
  return (await db.$count(registrations, held)) > 0
}

type Activity = typeof activities.$inferSelect

async function mergeInto(
  db: Db,
  goes: Activity,
  stays: Activity,
  { byId, now }: { byId: string; now: Date },
): Promise<void> {
  await db
    .update(activities)
    .set({ publication: 'archived', archivedAt: now, mergedIntoId: stays.id, changedAt: now })
    .where(eq(activities.id, goes.id))
  await db.execute(sql`
    insert into favourites (person_id, activity_id, since)
    select person_id, ${stays.id}::uuid, since from favourites where activity_id = ${goes.id}::uuid
    on conflict do nothing`)
  await db.execute(sql`delete from favourites where activity_id = ${goes.id}::uuid`)
  const others = sql`state = 'waiting' and ${goes.id}::uuid in (first_id, second_id)`
  await db.update(duplicateCandidates).set({ state: 'dismissed', decidedAt: now }).where(others)
  const by = { byId, byRole: 'admin', visibility: 'internal', at: now } as const
  const detail = { title: goes.title, into: stays.title }
  await record(db, { kind: 'activity_merged', aboutId: stays.id, ...by, detail })
  await changed(db, 'activities')
}

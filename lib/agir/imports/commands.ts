import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { activities, journal } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { slugOf } from '../../ideas/moderation/rules'
import { changed } from '../../tenancy/freshness'
import { noteChange } from '../sources/changes/notes/commands'
import { findDuplicates } from '../sources/duplicates/finding/commands'
import type { SourceWish } from '../sources/rules'
import { tellOfTerms } from '../dates/terms/commands'
import { keepTimes } from './times/commands'
import type { ActivityArrival } from './rules'

export type ActivitiesWritten = { added: number; renewed: number; unchanged: number }
/** `reason`: what is said of a date that is no longer announced where it came from. */
/** `name`: what the source is called from now on, where that is said. */
type Import = {
  origin: string
  name?: string | null
  arrivals: ActivityArrival[]
  now: Date
  reason: string
}
type Known = Pick<
  typeof activities.$inferSelect,
  'id' | 'originId' | 'originHash' | 'claimedAt' | 'mergedIntoId'
>

/**
 * Writes what another system announces, all or none. What was imported before is found again by its origin: what changed
 * there changes here, dates that are no longer announced there are called off here. What the city hid stays hidden.
 */
export function importActivities(tenant: Tenant, work: Import): Promise<ActivitiesWritten> {
  return inTenant(tenant, async (db) => {
    const { fresh, renewed, same } = sorted(work.arrivals, await knownAmong(db, work))
    const written: string[] = []
    for (const arrival of fresh) written.push(await add(db, tenant, arrival, work))
    for (const [known, arrival] of renewed) {
      if (known.claimedAt) await noteChange(db, known.id, { wish: wishOf(arrival), now: work.now })
      else await renewFrom(db, tenant, known.id, wishOf(arrival), work)
      written.push(known.id)
    }
    await findDuplicates(db, written, work.now)
    const ids = [...same.map(({ id }) => id), ...renewed.map(([{ id }]) => id)]
    if (ids.length > 0)
      await db
        .update(activities)
        .set({ originSeenAt: work.now, ...named(work) })
        .where(inArray(activities.id, ids))
    if (fresh.length + renewed.length > 0) await changed(db, 'activities')
    return { added: fresh.length, renewed: renewed.length, unchanged: same.length }
  })
}

/** What writing them would come to, without writing. */
export function foreseeActivities(tenant: Tenant, work: Import): Promise<ActivitiesWritten> {
  return inTenant(tenant, async (db) => {
    const { fresh, renewed, same } = sorted(work.arrivals, await knownAmong(db, work))
    return { added: fresh.length, renewed: renewed.length, unchanged: same.length }
  })
}

function knownAmong(db: Db, { origin, arrivals }: Import): Promise<Known[]> {
  const ids = arrivals.map(({ originId }) => originId)
  return db
    .select({
      id: activities.id,
      originId: activities.originId,
      originHash: activities.originHash,
      claimedAt: activities.claimedAt,
      mergedIntoId: activities.mergedIntoId,
    })
    .from(activities)
    .where(and(eq(activities.origin, origin), inArray(activities.originId, ids)))
}

function sorted(arrivals: ActivityArrival[], known: Known[]) {
  const of = new Map(known.map((one) => [one.originId, one]))
  const met = arrivals.flatMap((arrival): [Known, ActivityArrival][] => {
    const one = of.get(arrival.originId)
    return one ? [[one, arrival]] : []
  })
  return {
    fresh: arrivals.filter(({ originId }) => !of.has(originId)),
    renewed: met.filter((one) => isNew(one)),
    same: met.filter((one) => !isNew(one)).map(([one]) => one),
  }
}

/** What became part of another stays so, whatever its source says. */
const isNew = ([{ originHash, mergedIntoId }, { hash }]: [Known, ActivityArrival]) =>
  originHash !== hash && mergedIntoId === null

async function add(db: Db, tenant: Tenant, arrival: ActivityArrival, work: Import): Promise<string> {
  const { origin, now, reason } = work
  const mark = createHash('sha256').update(`${origin}\n${arrival.originId}`).digest('hex').slice(0, 8)
  const [row] = await db
    .insert(activities)
    .values({
      ...told(wishOf(arrival), now),
      origin,
      ...named(work),
      originId: arrival.originId,
      slug: `${slugOf(arrival.title)}-${mark}`.replace(/^-/, ''),
      moderation: 'approved',
      createdAt: now,
      publishedAt: now,
    })
    .returning({ id: activities.id })
  await keepTimes(db, row!.id, { zone: tenant.timeZone, times: arrival.times, now, gone: reason })
  await db.insert(journal).values(entry(row!.id, 'imported', now, origin))
  return row!.id
}

const named = ({ name }: Import) => (name ? { originName: name } : {})

/** Makes an activity what its source announces. */
export async function renewFrom(
  db: Db,
  tenant: Tenant,
  activityId: string,
  wish: SourceWish,
  { now, reason }: { now: Date; reason: string },
): Promise<void> {
  const it = eq(activities.id, activityId)
  const [before] = await db.select().from(activities).where(it)
  const [after] = await db.update(activities).set(told(wish, now)).where(it).returning()
  await tellOfTerms(db, { before: before!, after: after!, byId: null, now })
  const times = wish.times.map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }))
  await keepTimes(db, activityId, { zone: tenant.timeZone, times, now, gone: reason })
}

function wishOf({ times, isOver, hash, originId: _id, ...row }: ActivityArrival): SourceWish {
  const written = times.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
  return { row, times: written, isOver, hash }
}

function told({ row, isOver, hash }: SourceWish, now: Date) {
  const shown = isOver
    ? { publication: 'archived' as const, archivedAt: now }
    : { publication: 'published' as const, archivedAt: null }
  const said = row as Omit<ActivityArrival, 'times' | 'isOver' | 'hash' | 'originId'>
  return { ...said, ...shown, originHash: hash, originSeenAt: now, changedAt: now }
}

export const entry = (aboutId: string, kind: string, at: Date, origin: string) => ({
  aboutId,
  kind,
  at,
  byRole: 'city' as const,
  visibility: 'public' as const,
  detail: { origin },
})

import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { activities, journal } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { slugOf } from '../../ideas/moderation/rules'
import { changed } from '../../tenancy/freshness'
import { callOff, keepTimes } from './times/commands'
import type { ActivityArrival } from './rules'

export type ActivitiesWritten = { added: number; renewed: number; unchanged: number }
/** `reason`: what is said of a date that is no longer announced where it came from. */
type Import = { origin: string; arrivals: ActivityArrival[]; now: Date; reason: string }
type Known = { id: string; originId: string | null; originHash: string | null }

/**
 * Writes what another system announces, all or none. What was imported before is found again by its origin: what changed
 * there changes here, dates that are no longer announced there are called off here. What the city hid stays hidden.
 */
export function importActivities(tenant: Tenant, work: Import): Promise<ActivitiesWritten> {
  return inTenant(tenant, async (db) => {
    const { fresh, renewed, same } = sorted(work.arrivals, await knownAmong(db, work))
    for (const arrival of fresh) await add(db, tenant, arrival, work)
    for (const [known, arrival] of renewed) await renew(db, tenant, known, arrival, work)
    const ids = same.map(({ id }) => id)
    if (ids.length > 0)
      await db.update(activities).set({ originSeenAt: work.now }).where(inArray(activities.id, ids))
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

/** What this origin announced once and no longer does, once all that it announces was read. */
export function endWhatIsGone(tenant: Tenant, { origin, now, reason }: Omit<Import, 'arrivals'>) {
  return inTenant(tenant, async (db) => {
    const gone = await db
      .update(activities)
      .set({ publication: 'archived', archivedAt: now, originHash: null })
      .where(
        and(
          eq(activities.origin, origin),
          lt(activities.originSeenAt, now),
          eq(activities.publication, 'published'),
        ),
      )
      .returning({ id: activities.id })
    const ids = gone.map(({ id }) => id)
    if (ids.length === 0) return 0
    await callOff(db, ids, { reason, now })
    await db
      .insert(journal)
      .values(ids.map((aboutId) => entry(aboutId, 'activity_gone_at_source', now, origin)))
    await changed(db, 'activities')
    return ids.length
  })
}

export function countGone(tenant: Tenant, origin: string, seen: string[]): Promise<number> {
  return inTenant(tenant, async (db) => {
    const known = await db
      .select({ originId: activities.originId })
      .from(activities)
      .where(and(eq(activities.origin, origin), eq(activities.publication, 'published')))
    const still = new Set(seen)
    return known.filter(({ originId }) => !still.has(originId!)).length
  })
}

function knownAmong(db: Db, { origin, arrivals }: Import): Promise<Known[]> {
  const ids = arrivals.map(({ originId }) => originId)
  return db
    .select({ id: activities.id, originId: activities.originId, originHash: activities.originHash })
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
    renewed: met.filter(([{ originHash }, { hash }]) => originHash !== hash),
    same: met.filter(([{ originHash }, { hash }]) => originHash === hash).map(([one]) => one),
  }
}

async function add(
  db: Db,
  tenant: Tenant,
  arrival: ActivityArrival,
  { origin, now, reason }: Import,
): Promise<void> {
  const mark = createHash('sha256').update(`${origin}\n${arrival.originId}`).digest('hex').slice(0, 8)
  const [row] = await db
    .insert(activities)
    .values({
      ...told(arrival, now),
      origin,
      originId: arrival.originId,
      slug: `${slugOf(arrival.title)}-${mark}`.replace(/^-/, ''),
      moderation: 'approved',
      createdAt: now,
      publishedAt: now,
    })
    .returning({ id: activities.id })
  await keepTimes(db, row!.id, { zone: tenant.timeZone, times: arrival.times, now, gone: reason })
  await db.insert(journal).values(entry(row!.id, 'imported', now, origin))
}

async function renew(
  db: Db,
  tenant: Tenant,
  known: Known,
  arrival: ActivityArrival,
  { now, reason }: Import,
): Promise<void> {
  await db.update(activities).set(told(arrival, now)).where(eq(activities.id, known.id))
  await keepTimes(db, known.id, { zone: tenant.timeZone, times: arrival.times, now, gone: reason })
}

function told({ times: _, isOver, hash, originId: _id, ...row }: ActivityArrival, now: Date) {
  const shown = isOver
    ? { publication: 'archived' as const, archivedAt: now }
    : { publication: 'published' as const, archivedAt: null }
  return { ...row, ...shown, originHash: hash, originSeenAt: now, changedAt: now }
}

const entry = (aboutId: string, kind: string, at: Date, origin: string) => ({
  aboutId,
  kind,
  at,
  byRole: 'city' as const,
  visibility: 'public' as const,
  detail: { origin },
})

import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { ideas, ideaTexts, journal } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { changed } from '../../tenancy/freshness'
import { skeleton } from '../../text'
import { slugOf } from '../moderation/rules'
import type { Arrival } from './rules'

export type Written = { added: number; recounted: number; unchanged: number }
type Import = { origin: string; arrivals: Arrival[]; now: Date }

/**
 * Writes ideas gathered elsewhere, all or none. What was imported before is found again by its origin: only its count is
 * brought up to date. Nobody can support them here, and their count never mixes with voices given here.
 */
export function importIdeas(tenant: Tenant, work: Import): Promise<Written> {
  return inTenant(tenant, (db) => writeIdeas(db, tenant, work))
}

/** The same, in a transaction that does more. */
export async function writeIdeas(
  db: Db,
  tenant: Tenant,
  { origin, arrivals, now }: Import,
): Promise<Written> {
  const rows = await db
    .insert(ideas)
    .values(arrivals.map((arrival) => importedIdea(tenant, origin, arrival, now)))
    .onConflictDoUpdate({
      target: [ideas.tenantId, ideas.origin, ideas.originId],
      set: { importedSupportCount: sql`excluded.imported_support_count` },
      setWhere: sql`ideas.imported_support_count <> excluded.imported_support_count`,
    })
    .returning({ id: ideas.id, originId: ideas.originId, isNew: sql<boolean>`(xmax = 0)` })
  const added = rows.filter(({ isNew }) => isNew)
  if (added.length > 0) await keepWhatCame(db, { origin, arrivals, now }, added)
  if (rows.length > 0) await changed(db, 'ideas')
  return {
    added: added.length,
    recounted: rows.length - added.length,
    unchanged: arrivals.length - rows.length,
  }
}

/** What writing them would come to, without writing. */
export function foreseeImport(tenant: Tenant, { origin, arrivals }: Import): Promise<Written> {
  return inTenant(tenant, async (db) => {
    const ids = arrivals.map(({ originId }) => originId)
    const known = await db
      .select({ originId: ideas.originId, count: ideas.importedSupportCount })
      .from(ideas)
      .where(and(eq(ideas.origin, origin), inArray(ideas.originId, ids)))
    const counts = new Map(known.map(({ originId, count }) => [originId, count]))
    const unchanged = arrivals.filter(({ originId, supports }) => counts.get(originId) === supports).length
    return { added: arrivals.length - known.length, recounted: known.length - unchanged, unchanged }
  })
}

function importedIdea(
  tenant: Tenant,
  origin: string,
  arrival: Arrival,
  now: Date,
): typeof ideas.$inferInsert {
  const { supports, publishedAt, repaired: _, ...told } = arrival
  const mark = createHash('sha256').update(`${origin}\n${told.originId}`).digest('hex').slice(0, 8)
  return {
    ...told,
    origin,
    titleKey: skeleton(told.title),
    slug: `${slugOf(told.title)}-${mark}`.replace(/^-/, ''),
    locale: tenant.locales[0]!,
    placeKind: placeKindOf(told),
    publication: 'published',
    collection: 'closed',
    createdAt: publishedAt,
    publishedAt,
    changedAt: now,
    importedSupportCount: supports,
  }
}

function placeKindOf({
  latitude,
  address,
  districtCode,
}: Pick<Arrival, 'latitude' | 'address' | 'districtCode'>) {
  if (latitude !== null) return 'point'
  if (address !== null) return 'address'
  return districtCode === null ? 'city' : 'district'
}

async function keepWhatCame(
  db: Db,
  { origin, arrivals, now }: Import,
  added: { id: string; originId: string | null }[],
): Promise<void> {
  const ids = new Map(added.map(({ id, originId }) => [originId, id]))
  const came = arrivals.flatMap((arrival) => {
    const ideaId = ids.get(arrival.originId)
    return ideaId ? [{ ...arrival, ideaId }] : []
  })
  await db.insert(ideaTexts).values(
    came.map(({ ideaId, title, body, publishedAt: at }) => {
      const digest = createHash('sha256').update(`${title}\n\n${body}`).digest('hex')
      return { ideaId, version: 1, title, body, digest, at }
    }),
  )
  await db.insert(journal).values(
    came.map(({ ideaId: aboutId, originId, supports }) => ({
      aboutId,
      kind: 'imported',
      at: now,
      byRole: 'city' as const,
      visibility: 'public' as const,
      detail: { origin, originId, count: supports },
    })),
  )
}

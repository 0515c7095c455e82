import 'server-only'
import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { ideaImages, ideas } from '../../../drizzle/schema'
import type { Holder } from './rules'
import { type Db, inTenant } from '../../db'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type Draft = NonNullable<Awaited<ReturnType<typeof findDraft>>>

/** A draft of whoever is asking, with its images; null when it is somebody else's or no draft any more. */
export async function findDraft(tenant: { id: string }, id: string, holder: Holder) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [draft] = await db
      .select(draftColumns)
      .from(ideas)
      .where(and(eq(ideas.id, id), heldBy(holder)))
    if (!draft) return null
    return { ...draft, images: await imagesOf(db, id) }
  })
}

/** What is not sent yet, the one touched last first. */
export function listDrafts(tenant: { id: string }, holder: Holder) {
  return inTenant(tenant, (db) =>
    db.select(draftColumns).from(ideas).where(heldBy(holder)).orderBy(desc(ideas.changedAt), asc(ideas.id)),
  )
}

export function imagesOf(db: Db, ideaId: string) {
  return db
    .select({
      id: ideaImages.id,
      file: ideaImages.file,
      alt: ideaImages.alt,
      width: ideaImages.width,
      height: ideaImages.height,
    })
    .from(ideaImages)
    .where(eq(ideaImages.ideaId, ideaId))
    .orderBy(asc(ideaImages.position), asc(ideaImages.id))
}

export async function countDrafts(db: Db, holder: Holder): Promise<number> {
  return db.$count(ideas, heldBy(holder))
}

export function countOwnRunning(tenant: { id: string }, authorId: string): Promise<number> {
  return inTenant(tenant, (db) => countRunning(db, authorId))
}

/** How many ideas of a person wait for a moderator or collect supports. */
export async function countRunning(db: Db, authorId: string): Promise<number> {
  const [running] = await db
    .select({ count: count() })
    .from(ideas)
    .where(
      and(
        eq(ideas.authorId, authorId),
        or(
          eq(ideas.publication, 'submitted'),
          and(eq(ideas.publication, 'published'), inArray(ideas.collection, ['open', 'suspended'])),
        ),
      ),
    )
  return running!.count
}

/** An idea that is running or waiting under a title a reader would take for this one. */
export async function findSameTitle(db: Db, id: string, titleKey: string) {
  const [same] = await db
    .select({ id: ideas.id, slug: ideas.slug })
    .from(ideas)
    .where(
      and(
        eq(ideas.titleKey, titleKey),
        sql`${ideas.id} <> ${id}`,
        or(
          eq(ideas.publication, 'submitted'),
          and(eq(ideas.publication, 'published'), sql`${ideas.collection} <> 'expired'`),
        ),
      ),
    )
    .limit(1)
  return same ?? null
}

/** Drafts of the person, and drafts of this browser that belong to nobody yet. */
export function heldBy({ personId, draftKey }: Holder): SQL {
  const own = personId ? eq(ideas.authorId, personId) : sql`false`
  const begunHere = draftKey ? and(eq(ideas.draftKey, draftKey), isNull(ideas.authorId)) : sql`false`
  return and(eq(ideas.publication, 'draft'), or(own, begunHere))!
}

const draftColumns = {
  id: ideas.id,
  title: ideas.title,
  body: ideas.body,
  themeId: ideas.themeId,
  placeKind: ideas.placeKind,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  address: ideas.address,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
  similarSeen: ideas.similarSeen,
  criteria: ideas.criteria,
  changedAt: ideas.changedAt,
  previousId: ideas.previousId,
  splitFromId: ideas.splitFromId,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
}

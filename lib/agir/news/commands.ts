import 'server-only'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { activities, initiatives, news, newsImages, occurrences } from '../../../drizzle/schema'
import type { Locale } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { forgetImages } from '../../media/commands'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { holdActivity } from '../activities/organisers/queries'
import { dueFrom } from '../initiatives/answers/commands'
import { holdInitiative } from '../initiatives/keepers/queries'
import { trustedFrom } from '../organisations/rules'
import { newsLimits, type NewsRefusal, type NewsSubject } from './rules'

type City = { id: string }
type Act = { personId: string; now: Date }
type Words = { title: string; body: string }
type Result<Value = undefined> = Promise<Outcome<Value, NewsRefusal>>
type Telling = Act & Words & { kind: NewsSubject; id: string; locale: Locale }

/** Somebody who keeps or organises it begins to tell: theirs alone until they send it. */
export function tellNews(
  tenant: City,
  { kind, id, personId, title, body, locale, now }: Telling,
): Result<{ id: string }> {
  return inTenant(tenant, async (db) => {
    const refusal = await tellingRefusal(db, { kind, id, personId, now })
    if (refusal) return refused(refusal)
    const own = and(eq(news.byId, personId), eq(news.state, 'draft'))
    if ((await db.$count(news, own)) >= newsLimits.drafts) return refused('too_many')
    const about = kind === 'initiative' ? { initiativeId: id } : { activityId: id }
    const row = { ...about, byId: personId, title, body, locale, createdAt: now, changedAt: now }
    const [told] = await db.insert(news).values(row).returning({ id: news.id })
    return done(told!)
  })
}

/** How a date went can only be told once one has begun. */
async function tellingRefusal(db: Db, { kind, id, personId, now }: Act & { kind: NewsSubject; id: string }) {
  if (kind === 'initiative') {
    const one = await holdInitiative(db, id, personId)
    return one?.state === 'active' || one?.state === 'ended' ? null : 'not_there'
  }
  const activity = await holdActivity(db, id, personId)
  if (activity?.moderation !== 'approved' || activity.publication === 'unpublished') return 'not_there'
  const begun = and(eq(occurrences.activityId, id), lt(occurrences.startsAt, now))
  return (await db.$count(occurrences, begun)) > 0 ? null : 'not_yet'
}

export type Held = typeof news.$inferSelect & { trust: number }

/** News held still for who may tell of what it is about; null for everybody else. */
export async function holdNews(db: Db, newsId: string, personId: string): Promise<Held | null> {
  const [one] = await db.select().from(news).where(eq(news.id, newsId)).for('no key update')
  if (!one) return null
  const about = one.initiativeId
    ? await holdInitiative(db, one.initiativeId, personId)
    : await holdActivity(db, one.activityId!, personId)
  return about ? { ...one, trust: about.trust } : null
}

export function rewordNews(
  tenant: City,
  { newsId, personId, title, body, now }: Act & Words & { newsId: string },
): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdNews(db, newsId, personId)
    if (one?.state !== 'draft') return refused('not_there')
    await db.update(news).set({ title, body, changedAt: now }).where(eq(news.id, newsId))
    return done(undefined)
  })
}

/** Public at once from who has proven who they are, else once it has been read. */
export function sendNews(
  tenant: City,
  { newsId, personId, now }: Act & { newsId: string },
): Result<{ isPublic: boolean }> {
  return inTenant(tenant, async (db) => {
    const one = await holdNews(db, newsId, personId)
    if (!one) return refused('not_there')
    if (one.state !== 'draft') return refused('already_sent')
    if (one.trust >= trustedFrom) {
      await publishNews(db, one, null, now)
      return done({ isPublic: true })
    }
    const sent = { state: 'submitted', submittedAt: now, moderationDueAt: await dueFrom(db, now) } as const
    await db
      .update(news)
      .set({ ...sent, changedAt: now })
      .where(eq(news.id, newsId))
    return done({ isPublic: false })
  })
}

/** From now on everyone reads it; of a mission that helps an idea, so does the line of that idea. The caller holds the row. */
export async function publishNews(
  db: Db,
  { id, title, activityId, initiativeId, publishedAt, byId: writtenById }: typeof news.$inferSelect,
  byId: string | null,
  now: Date,
): Promise<void> {
  const shown = { state: 'published' as const, publishedAt: publishedAt ?? now, changedAt: now }
  await db
    .update(news)
    .set({ ...shown, treatedById: byId, treatedAt: now })
    .where(eq(news.id, id))
  if (activityId && !publishedAt) await joinIdea(db, { id, activityId }, now)
  if (initiativeId && !publishedAt) await tellThoseWhoTakePart(db, { title, initiativeId, writtenById }, now)
  await changed(db, 'activities')
}

async function tellThoseWhoTakePart(
  db: Db,
  about: { title: string; initiativeId: string; writtenById: string | null },
  at: Date,
): Promise<void> {
  const [one] = await db
    .select({ slug: initiatives.slug })
    .from(initiatives)
    .where(eq(initiatives.id, about.initiativeId))
  const detail = { title: about.title, path: `/initiatives/${one!.slug}`, on: 'agir' }
  const by = { byId: about.writtenById, byRole: 'author', visibility: 'public', at, detail } as const
  await record(db, { kind: 'initiative_news', aboutId: about.initiativeId, ...by })
}

async function joinIdea(
  db: Db,
  { id, activityId }: { id: string; activityId: string },
  at: Date,
): Promise<void> {
  const [activity] = await db
    .select({ ideaId: activities.ideaId, slug: activities.slug })
    .from(activities)
    .where(eq(activities.id, activityId))
  if (!activity?.ideaId) return
  const detail = { newsId: id, path: `/activites/${activity.slug}#recits`, on: 'agir' }
  const told = { byId: null, byRole: 'author', visibility: 'public', at, detail } as const
  await record(db, { kind: 'mission_reported', aboutId: activity.ideaId, ...told })
  await changed(db, 'ideas')
}

/** Taken back before anybody has decided, to be written on. */
export function pullNewsBack(tenant: City, { newsId, personId, now }: Act & { newsId: string }): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdNews(db, newsId, personId)
    if (one?.state !== 'submitted') return refused('not_there')
    const back = { state: 'draft' as const, submittedAt: null, moderationDueAt: null, changedAt: now }
    await db.update(news).set(back).where(eq(news.id, newsId))
    return done(undefined)
  })
}

/** A draft goes for good, and its pictures with it. */
export async function discardNews(
  tenant: City,
  { newsId, personId }: Omit<Act, 'now'> & { newsId: string },
): Result<{ path: string }> {
  const gone = await inTenant(tenant, async (db) => {
    const one = await holdNews(db, newsId, personId)
    if (one?.state !== 'draft') return null
    const images = await db
      .delete(newsImages)
      .where(eq(newsImages.newsId, newsId))
      .returning({ file: newsImages.file })
    await db.delete(news).where(eq(news.id, newsId))
    return { ...one, files: images.map(({ file }) => file) }
  })
  if (!gone) return refused('not_there')
  await forgetImages(tenant, gone.files)
  const path = gone.initiativeId
    ? `/mes-initiatives/${gone.initiativeId}`
    : `/mes-activites/${gone.activityId}`
  return done({ path })
}

/** Whoever deletes their account is no longer the one who told; what nobody read goes with them. */
export async function letGoOfNews(db: Db, personId: string): Promise<string[]> {
  const own = and(eq(news.byId, personId), inArray(news.state, ['draft', 'submitted']))
  const unread = await db.select({ id: news.id }).from(news).where(own)
  const ids = unread.map(({ id }) => id)
  const files =
    ids.length === 0
      ? []
      : await db
          .delete(newsImages)
          .where(inArray(newsImages.newsId, ids))
          .returning({ file: newsImages.file })
  if (ids.length > 0) await db.delete(news).where(inArray(news.id, ids))
  await db.update(news).set({ byId: null }).where(eq(news.byId, personId))
  return files.map(({ file }) => file)
}

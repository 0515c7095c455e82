import 'server-only'
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import {
  activities,
  changeRequests,
  initiatives,
  news,
  newsImages,
  occurrences,
  organisations,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { speaksFor } from '../organisations/queries'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const most = 20

/** What was told of an initiative and of all that belongs to it, the latest first. */
export function listNewsOf(tenant: City, about: { initiativeId: string } | { activityId: string }) {
  const of =
    'activityId' in about
      ? eq(news.activityId, about.activityId)
      : or(
          eq(news.initiativeId, about.initiativeId),
          sql`exists (select from ${activities} own where own.id = ${news.activityId}
            and own.initiative_id = ${about.initiativeId} and own.moderation = 'approved' and own.publication <> 'unpublished')`,
        )
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        id: news.id,
        title: news.title,
        body: news.body,
        locale: news.locale,
        publishedAt: sql<Date>`${news.publishedAt}`.mapWith(news.publishedAt),
        activity: { slug: activities.slug, title: activities.title },
      })
      .from(news)
      .leftJoin(activities, eq(activities.id, news.activityId))
      .where(and(of, eq(news.state, 'published')))
      .orderBy(desc(news.publishedAt), desc(news.id))
      .limit(most)
    const images = await imagesOf(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({ ...row, images: images.filter(({ newsId }) => newsId === row.id) }))
  })
}
export type News = Awaited<ReturnType<typeof listNewsOf>>[number]

/** The latest that was told of anything that is still to be seen here, with one of its pictures. */
export function listLatestNews(tenant: City, most: number) {
  return inTenant(tenant, async (db) => {
    const organised = sql`coalesce(${activities.organisationId}, ${initiatives.organisationId})`
    const rows = await db
      .select({
        id: news.id,
        title: news.title,
        body: news.body,
        locale: news.locale,
        publishedAt: sql<Date>`${news.publishedAt}`.mapWith(news.publishedAt),
        activity: { slug: activities.slug, title: activities.title },
        initiative: { slug: initiatives.slug, title: initiatives.title },
      })
      .from(news)
      .leftJoin(activities, eq(activities.id, news.activityId))
      .leftJoin(initiatives, eq(initiatives.id, news.initiativeId))
      .leftJoin(organisations, sql`${organisations.id} = ${organised}`)
      .where(
        and(
          eq(news.state, 'published'),
          or(
            eq(initiatives.state, 'active'),
            and(eq(activities.moderation, 'approved'), eq(activities.publication, 'published')),
          ),
          or(sql`${organised} is null`, eq(organisations.state, 'active')),
        ),
      )
      .orderBy(desc(news.publishedAt), desc(news.id))
      .limit(most)
    const images = await imagesOf(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({ ...row, image: images.find(({ newsId }) => newsId === row.id) ?? null }))
  })
}
export type LatestNews = Awaited<ReturnType<typeof listLatestNews>>[number]

async function imagesOf(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const { id, newsId, file, alt, width, height } = newsImages
  return db
    .select({ id, newsId, file, alt, width, height })
    .from(newsImages)
    .where(inArray(newsId, ids))
    .orderBy(asc(newsId), asc(newsImages.position))
}

/** One's own news with what it is about and what the city asked; null when it is not theirs to tell. */
export function findOwnNews(tenant: City, id: string, personId: string) {
  if (!uuid.test(id)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const voices = (await speaksFor(db, personId)).map((voice) => voice.id)
    const spoken = sql`${`{${voices.join(',')}}`}::uuid[]`
    const organised = sql`coalesce(${activities.organisationId} = any (${spoken}),
      ${activities.organiserId} = ${personId}, false)`
    const kept = sql`coalesce(${initiatives.organisationId} = any (${spoken}), exists (
      select from initiative_people k where k.initiative_id = ${initiatives.id} and ${initiatives.organisationId} is null
        and k.person_id = ${personId} and k.role = 'keeper' and k.ended_at is null), false)`
    const [found] = await db
      .select({
        news,
        activity: { id: activities.id, title: activities.title, slug: activities.slug },
        initiative: { id: initiatives.id, title: initiatives.title, slug: initiatives.slug },
        trust: sql<number>`coalesce(${organisations.trust}, 0)::int`,
      })
      .from(news)
      .leftJoin(activities, eq(activities.id, news.activityId))
      .leftJoin(initiatives, eq(initiatives.id, news.initiativeId))
      .leftJoin(
        organisations,
        sql`${organisations.id} = coalesce(${activities.organisationId}, ${initiatives.organisationId})`,
      )
      .where(and(eq(news.id, id), or(organised, kept)))
    if (!found) return null
    const [request] = await db
      .select({ text: changeRequests.text })
      .from(changeRequests)
      .where(and(eq(changeRequests.subjectId, id), isNull(changeRequests.answeredAt)))
    const { tenantId: _city, ...own } = found.news
    const { activity, initiative, trust } = found
    return { ...own, activity, initiative, trust, images: await imagesOf(db, [id]), request: request ?? null }
  })
}
export type OwnNews = NonNullable<Awaited<ReturnType<typeof findOwnNews>>>

/** What was written of a thing by those who may, whatever became of it. */
export function listNewsWritten(tenant: City, about: { initiativeId: string } | { activityId: string }) {
  const of =
    'activityId' in about ? eq(news.activityId, about.activityId) : eq(news.initiativeId, about.initiativeId)
  return inTenant(tenant, (db) =>
    db
      .select({ id: news.id, title: news.title, state: news.state, changedAt: news.changedAt })
      .from(news)
      .where(of)
      .orderBy(desc(news.changedAt), desc(news.id))
      .limit(50),
  )
}
export type WrittenNews = Awaited<ReturnType<typeof listNewsWritten>>[number]

/** Whether there is something to tell of: one of its dates has begun. */
export function hasTakenPlace(tenant: City, { activityId, now }: { activityId: string; now: Date }) {
  const begun = and(eq(occurrences.activityId, activityId), lt(occurrences.startsAt, now))
  return inTenant(tenant, async (db) => (await db.$count(occurrences, begun)) > 0)
}

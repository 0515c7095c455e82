import 'server-only'
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { activities, initiatives, news, newsImages } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import type { Standing, Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { changed } from '../../../tenancy/freshness'
import { dueFrom } from '../../initiatives/answers/commands'
import { keptBy } from '../../initiatives/keepers/queries'
import { organisationsOf } from '../../organisations/queries'
import { publishNews } from '../commands'
import type { NewsState } from '../rules'

const standings: Record<NewsState, Standing> = {
  draft: 'gone',
  submitted: 'waiting',
  published: 'visible',
  rejected: 'refused',
  hidden: 'hidden',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** News, as the desk works on it: with the pictures that are shown. */
export const newsOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db.select().from(news).where(eq(news.id, id))
    const [found] = await (lock ? wanted.for('no key update') : wanted)
    if (!found) return null
    const about = await aboutOf(db, found)
    const pictures = await db
      .select({ file: newsImages.file, alt: newsImages.alt })
      .from(newsImages)
      .where(eq(newsImages.newsId, id))
      .orderBy(asc(newsImages.position))
    return {
      kind: 'news',
      id,
      title: found.title,
      text: found.body,
      locale: found.locale,
      authorId: found.byId,
      districtCode: about.districtCode,
      themeId: about.themeIds[0] ?? null,
      supportCount: 0,
      standing: standings[found.state],
      path: `${found.initiativeId ? '/initiatives' : '/activites'}/${about.slug ?? about.id}#recits`,
      pictures,
    }
  },

  ownAmong(db, ids, byId) {
    const organisations = organisationsOf(db, byId)
    const own = or(
      eq(news.byId, byId),
      eq(activities.organiserId, byId),
      inArray(news.initiativeId, keptBy(db, byId)),
      inArray(initiatives.organisationId, organisations),
      inArray(activities.organisationId, organisations),
    )
    return db
      .select({ id: news.id })
      .from(news)
      .leftJoin(initiatives, eq(initiatives.id, news.initiativeId))
      .leftJoin(activities, eq(activities.id, news.activityId))
      .where(and(inArray(news.id, ids), own))
  },

  async publish(db, { id }, { byId, now }) {
    const [found] = await db.select().from(news).where(eq(news.id, id))
    await publishNews(db, found!, byId, now)
    await tell(db, id, 'writing_accepted', { byId, now })
  },

  async refuse(db, { id }, { byId, now, code, text }) {
    const declined = { state: 'rejected' as const, refusalCode: code, refusalText: text }
    await db
      .update(news)
      .set({ ...declined, treatedById: byId, treatedAt: now })
      .where(eq(news.id, id))
    await tell(db, id, 'writing_refused', { byId, now, text })
  },

  async hide(db, { id }, { byId, now, code, text }) {
    const hidden = { state: 'hidden' as const, hiddenAt: now, refusalCode: code, refusalText: text }
    await db.update(news).set(hidden).where(eq(news.id, id))
    await changed(db, 'activities')
    await changed(db, 'ideas')
    await tell(db, id, 'writing_hidden', { byId, now, text })
  },

  async restore(db, { id }, { byId, now }) {
    const back = { state: 'published' as const, hiddenAt: null, refusalCode: null, refusalText: null }
    await db.update(news).set(back).where(eq(news.id, id))
    await changed(db, 'activities')
    await changed(db, 'ideas')
    await tell(db, id, 'writing_restored', { byId, now })
  },

  async reopen(db, { id }, { byId, now }) {
    const again = { state: 'submitted' as const, submittedAt: now, moderationDueAt: await dueFrom(db, now) }
    await db
      .update(news)
      .set({ ...again, treatedById: null, treatedAt: null })
      .where(eq(news.id, id))
    await tell(db, id, 'writing_reopened', { byId, now })
  },

  tell: (db, { id }, { kind, byId, now, detail }) =>
    tell(db, id, `writing_${kind}`, { byId, now, text: detail?.text as string | undefined }),

  async locate(db, address) {
    if (!uuid.test(address)) return null
    const [found] = await db.select({ id: news.id }).from(news).where(eq(news.id, address))
    return found?.id ?? null
  },
}

async function aboutOf(db: Db, { initiativeId, activityId }: typeof news.$inferSelect) {
  const of = initiativeId ? initiatives : activities
  const [about] = await db
    .select({
      id: of.id,
      slug: of.slug,
      districtCode: of.districtCode,
      themeIds: of.themeIds,
      organisationId: of.organisationId,
    })
    .from(of)
    .where(eq(of.id, (initiativeId ?? activityId)!))
  return about!
}

type Told = { byId: string | null; now: Date; text?: string }

/** Told to who wrote it, with the reasons, and to nobody else. */
async function tell(db: Db, id: string, kind: Happening, { byId, now, text }: Told): Promise<void> {
  const [found] = await db.select().from(news).where(eq(news.id, id))
  const told = found!.byId ? [found!.byId] : []
  const own = { title: found!.title, path: `/mes-nouvelles/${id}`, on: 'agir', tell: told }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail: text ? { ...own, text } : own })
}

import 'server-only'
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ideas, people } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { imagesOf } from '../deposit/queries'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const moderators = alias(people, 'moderators')

/** What waits for a decision, the oldest duty first. */
export function listWaiting(tenant: { id: string }) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: ideas.id,
        title: ideas.title,
        locale: ideas.locale,
        themeId: ideas.themeId,
        authorId: ideas.authorId,
        author: people.name,
        submittedAt: ideas.submittedAt,
        moderationDueAt: ideas.moderationDueAt,
        isLate: sql<boolean>`${ideas.moderationDueAt} < now()`,
      })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(eq(ideas.publication, 'submitted'))
      .orderBy(asc(ideas.moderationDueAt), asc(ideas.submittedAt), asc(ideas.id))
      .limit(200),
  )
}

/** What was decided last, and by whom. */
export function listTreated(tenant: { id: string }) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: ideas.id,
        title: ideas.title,
        publication: ideas.publication,
        treatedAt: ideas.treatedAt,
        by: moderators.name,
      })
      .from(ideas)
      .innerJoin(moderators, eq(moderators.id, ideas.treatedById))
      .where(inArray(ideas.publication, ['published', 'refused']))
      .orderBy(desc(ideas.treatedAt), asc(ideas.id))
      .limit(10),
  )
}

export type Submission = NonNullable<Awaited<ReturnType<typeof findSubmission>>>

const whereItIs = {
  placeKind: ideas.placeKind,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  address: ideas.address,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
}

/** All a moderator needs to decide, and what was decided if it was. Drafts are their authors' alone. */
export async function findSubmission(tenant: { id: string }, id: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select({
        id: ideas.id,
        slug: ideas.slug,
        title: ideas.title,
        body: ideas.body,
        locale: ideas.locale,
        themeId: ideas.themeId,
        ...whereItIs,
        publication: ideas.publication,
        submittedAt: ideas.submittedAt,
        moderationDueAt: ideas.moderationDueAt,
        isLate: sql<boolean>`${ideas.moderationDueAt} < now()`,
        authorId: ideas.authorId,
        author: people.name,
        similarSeen: ideas.similarSeen,
        refusalCode: ideas.refusalCode,
        refusalText: ideas.refusalText,
        treatedAt: ideas.treatedAt,
        treatedBy: moderators.name,
      })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .leftJoin(moderators, eq(moderators.id, ideas.treatedById))
      .where(eq(ideas.id, id))
    if (!idea || idea.publication === 'draft') return null
    const similar = await db
      .select({ id: ideas.id, slug: ideas.slug, title: ideas.title, supportCount: ideas.supportCount })
      .from(ideas)
      .where(inArray(ideas.id, idea.similarSeen ?? []))
    return { ...idea, similar: similar.filter(({ slug }) => slug), images: await imagesOf(db, id) }
  })
}

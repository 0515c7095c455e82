import 'server-only'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { comments, ideas, people } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { isUnderAge, publicName } from '../../people/names/queries'
import { type Comment, repliesAtMost, repliesShown, type Thread } from '../reading/rules'

const sayable = /^[a-z0-9-]{1,200}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Threads by their ids, each with its first answers, the city's before the others. */
export async function threadsOf(db: Db, ids: string[]): Promise<Map<string, Thread>> {
  if (ids.length === 0) return new Map()
  const roots = sql`${`{${ids.join(',')}}`}::text::uuid[]`
  const first = sql`array(
    select id from (
      select id, row_number() over (partition by parent_id order by voice <> 'city', at, id) as place
      from comments where parent_id = any (${roots}) and state = 'visible'
    ) ranked where place <= ${repliesShown}::int)`
  const [texts, totals] = await Promise.all([
    selectComments(db, sql`${comments.id} = any (${roots} || ${first})`, sql`${comments.voice} <> 'city'`),
    db
      .select({ id: comments.parentId, total: sql<number>`count(*)::int` })
      .from(comments)
      .where(and(sql`${comments.parentId} = any (${roots})`, eq(comments.state, 'visible')))
      .groupBy(comments.parentId),
  ])
  const totalOf = new Map(totals.map(({ id, total }) => [id, total]))
  const threads = texts.filter(({ parentId }) => parentId === null)
  return new Map(
    threads.map((root) => {
      const replies = texts.filter(({ parentId }) => parentId === root.id)
      return [root.id, { ...root, replies, replyCount: totalOf.get(root.id) ?? 0 }]
    }),
  )
}

/** One thread with all that answers it, found by the comment that began it or by one of its answers. */
export function findThread(
  tenant: { id: string },
  ideaId: string,
  commentId: string,
): Promise<Thread | null> {
  if (!uuid.test(commentId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [asked] = await db
      .select({ id: comments.id, parentId: comments.parentId })
      .from(comments)
      .where(and(eq(comments.id, commentId), eq(comments.ideaId, ideaId)))
    if (!asked) return null
    const rootId = asked.parentId ?? asked.id
    const [root] = await selectComments(db, eq(comments.id, rootId))
    const below = and(eq(comments.parentId, rootId), eq(comments.state, 'visible'))
    const replies = await selectComments(db, below, sql`${comments.voice} <> 'city'`)
    if (!root || (root.state !== 'visible' && replies.length === 0)) return null
    return { ...root, replies, replyCount: replies.length }
  })
}

export async function selectComments(
  db: Db,
  which: SQL | undefined,
  before: SQL = sql`${comments.at}`,
): Promise<Comment[]> {
  const rows = await db
    .select(shown)
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(which)
    .orderBy(before, asc(comments.at), asc(comments.id))
    .limit(repliesAtMost)
  return rows.map(({ name, isSigned, ...row }) => ({
    ...row,
    body: row.state === 'visible' ? row.body : '',
    author: row.state === 'visible' && (row.voice !== 'city' || isSigned) ? name : null,
  }))
}

/** An agent speaks for the city and is not named, but for who signs. */
const shown = {
  id: comments.id,
  parentId: comments.parentId,
  voice: comments.voice,
  cityRole: comments.cityRole,
  stance: comments.stance,
  body: comments.body,
  locale: comments.locale,
  state: comments.state,
  at: comments.at,
  editedAt: comments.editedAt,
  useful: comments.usefulCount,
  useless: comments.uselessCount,
  importedUseful: comments.importedUsefulCount,
  origin: comments.origin,
  name: publicName,
  isByMinor: isUnderAge,
  isSigned: sql<boolean>`coalesce(${comments.cityRole} = 'signatory', false)`,
  isByAuthor: sql<boolean>`coalesce(${comments.voice} <> 'city' and ${comments.authorId} = ${ideas.authorId}, false)`,
}

/** An idea whose discussion everyone may read: with a hidden one, it is hidden; with it, it comes back. */
export function findDiscussedIdea(tenant: { id: string }, address: string) {
  return inTenant(tenant, (db) => findDiscussed(db, address))
}

export async function findDiscussed(db: Db, address: string) {
  if (!sayable.test(address)) return null
  const byAddress = uuid.test(address) ? eq(ideas.id, address) : eq(ideas.slug, address)
  const [idea] = await db
    .select({
      id: ideas.id,
      slug: sql<string>`coalesce(${ideas.slug}, ${ideas.id}::text)`,
      title: ideas.title,
      publication: ideas.publication,
      origin: ideas.origin,
      authorId: ideas.authorId,
      districtCode: ideas.districtCode,
      secondDistrictCode: ideas.secondDistrictCode,
      themeId: ideas.themeId,
    })
    .from(ideas)
    .where(and(byAddress, inArray(ideas.publication, ['published', 'withdrawn', 'merged'])))
  return idea ?? null
}

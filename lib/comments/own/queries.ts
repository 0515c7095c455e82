import 'server-only'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { comments, commentVotes, ideas } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'

type City = { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const most = 500

/** What a person has said under ideas that can still be read, the last first. */
export function listOwnComments(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ ...own, ideaTitle: ideas.title })
      .from(comments)
      .innerJoin(ideas, eq(ideas.id, comments.ideaId))
      .where(and(eq(comments.authorId, personId), readable))
      .orderBy(desc(comments.at), desc(comments.id))
      .limit(most),
  )
}

/** One comment of this person; null when it is another's. */
export async function findOwnComment(tenant: City, personId: string, commentId: string) {
  if (!uuid.test(commentId)) return null
  return inTenant(tenant, async (db) => {
    const [comment] = await db
      .select({ ...own, ideaTitle: ideas.title })
      .from(comments)
      .innerJoin(ideas, eq(ideas.id, comments.ideaId))
      .where(and(eq(comments.id, commentId), eq(comments.authorId, personId), readable))
    return comment ?? null
  })
}
export type OwnComment = NonNullable<Awaited<ReturnType<typeof findOwnComment>>>

const readable = inArray(ideas.publication, ['published', 'withdrawn', 'merged'])

/** Windows are judged here, by the database's clock. */
const own = {
  id: comments.id,
  ideaId: comments.ideaId,
  slug: sql<string>`coalesce(${ideas.slug}, ${ideas.id}::text)`,
  parentId: comments.parentId,
  depth: comments.depth,
  voice: comments.voice,
  stance: comments.stance,
  body: comments.body,
  state: comments.state,
  at: comments.at,
  editedAt: comments.editedAt,
  editableUntil: comments.editableUntil,
  useful: comments.usefulCount,
  useless: comments.uselessCount,
  isEditable: sql<boolean>`${comments.state} = 'visible' and ${comments.editableUntil} > now() and ${ideas.publication} = 'published'`,
}

/** Which comments of an idea are this person's, and what they thought of the others. */
export async function findMarks(db: Db, ideaId: string, personId: string) {
  const written = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.ideaId, ideaId), eq(comments.authorId, personId)))
    .orderBy(desc(comments.at))
    .limit(most)
  const votes = await db
    .select({ id: commentVotes.commentId, useful: commentVotes.useful })
    .from(commentVotes)
    .innerJoin(comments, eq(comments.id, commentVotes.commentId))
    .where(and(eq(commentVotes.personId, personId), eq(comments.ideaId, ideaId)))
    .orderBy(desc(commentVotes.at))
    .limit(most)
  const idsOf = (useful: boolean) => votes.filter((vote) => vote.useful === useful).map(({ id }) => id)
  return { own: written.map(({ id }) => id), useful: idsOf(true), useless: idsOf(false) }
}

/** For the copy of one's data: every comment and every opinion on others', however old. */
export function listAllOwn(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({
        ideaId: comments.ideaId,
        id: comments.id,
        parentId: comments.parentId,
        voice: comments.voice,
        stance: comments.stance,
        body: comments.body,
        state: comments.state,
        at: comments.at,
        editedAt: comments.editedAt,
      })
      .from(comments)
      .where(eq(comments.authorId, personId))
      .orderBy(comments.at, comments.id),
  )
}

export function listAllVotes(tenant: City, personId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ commentId: commentVotes.commentId, useful: commentVotes.useful, at: commentVotes.at })
      .from(commentVotes)
      .where(eq(commentVotes.personId, personId))
      .orderBy(commentVotes.at),
  )
}

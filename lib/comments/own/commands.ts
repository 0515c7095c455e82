import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { comments, commentVotes, ideas } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { isNew, oneAtATime } from '../commands'
import { isDiscussed, type OwnCommentRefusal, type Stance, textRefusal } from '../rules'

type City = { id: string }
type Act = { commentId: string; personId: string; now: Date }
type Changing = Act & { body: string; stance?: Stance | undefined }

/** For a few minutes what was said may be said better; everyone sees that it was. */
export function changeComment(
  tenant: City,
  { body, stance, ...act }: Changing,
): Promise<Outcome<{ id: string; slug: string }, OwnCommentRefusal>> {
  return inTenant(tenant, async (db) => {
    await oneAtATime(db, act.personId)
    const comment = await lockOwn(db, act)
    if (!comment?.slug) return refused('not_there')
    if (!isDiscussed(comment)) return refused('discussion_closed')
    if (!comment.isEditable) return refused('edit_over')
    const side = comment.voice === 'citizen' && comment.depth === 1 ? (stance ?? comment.stance) : 'neutral'
    if (comment.body === body && comment.stance === side) return refused('unchanged')
    const accountIsNew = comment.voice !== 'city' && (await isNew(db, act.personId))
    const refusal = textRefusal({ body, accountIsNew })
    if (refusal) return refused(refusal)

    await db
      .update(comments)
      .set({ body, stance: side, editedAt: act.now })
      .where(eq(comments.id, act.commentId))
    await note(db, 'comment_changed', comment.ideaId, act)
    return done({ id: act.commentId, slug: comment.slug })
  })
}

/** Taken away by who said it: gone when nobody answered, and otherwise an empty place above the answers. */
export function removeComment(
  tenant: City,
  act: Act,
): Promise<Outcome<{ slug: string | null }, OwnCommentRefusal>> {
  return inTenant(tenant, async (db) => {
    const comment = await lockOwn(db, act)
    if (!comment) return refused('not_there')
    const answers = await db.$count(comments, eq(comments.parentId, act.commentId))
    if (answers > 0 || comment.voice === 'update') await leaveEmpty(db, act.commentId)
    else await db.delete(comments).where(eq(comments.id, act.commentId))
    if (comment.parentId) await clearAway(db, comment.parentId)
    await note(db, 'comment_removed', comment.ideaId, act)
    return done({ slug: comment.slug })
  })
}

async function lockOwn(db: Db, { commentId, personId }: Act) {
  const [comment] = await db
    .select({
      ideaId: comments.ideaId,
      parentId: comments.parentId,
      depth: comments.depth,
      voice: comments.voice,
      stance: comments.stance,
      body: comments.body,
      isEditable: sql<boolean>`${comments.state} = 'visible' and ${comments.editableUntil} > now()`,
      slug: ideas.slug,
      publication: ideas.publication,
      origin: ideas.origin,
    })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(and(eq(comments.id, commentId), eq(comments.authorId, personId)))
    .for('update', { of: comments })
  return comment ?? null
}

async function leaveEmpty(db: Db, id: string): Promise<void> {
  await db.delete(commentVotes).where(eq(commentVotes.commentId, id))
  await db
    .update(comments)
    .set({ state: 'removed', body: '', authorId: null, usefulCount: 0, uselessCount: 0 })
    .where(eq(comments.id, id))
}

/** An empty place is of no use once nothing stands under it. */
async function clearAway(db: Db, id: string): Promise<void> {
  const [empty] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.state, 'removed'), eq(comments.voice, 'citizen')))
    .for('update')
  if (!empty || (await db.$count(comments, eq(comments.parentId, id))) > 0) return
  await db.delete(comments).where(eq(comments.id, id))
}

async function note(
  db: Db,
  kind: 'comment_changed' | 'comment_removed',
  ideaId: string,
  { commentId, personId, now }: Act,
): Promise<void> {
  const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: ideaId, ...by, detail: { commentId } })
  await changed(db, `idea:${ideaId}`)
}

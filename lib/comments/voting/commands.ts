import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { comments, commentVotes, ideas } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { isDiscussed, type VoteRefusal } from '../rules'

type Voting = {
  commentId: string
  personId: string
  opinion: 'useful' | 'useless' | 'none'
  now: Date
}
export type Voted = {
  commentId: string
  useful: number
  useless: number
  opinion: Voting['opinion']
  repeated: boolean
}

/** One opinion for each person and comment. Pressing again changes nothing; the other button changes it. */
export function voteOnComment(tenant: { id: string }, voting: Voting): Promise<Outcome<Voted, VoteRefusal>> {
  const { commentId, personId, opinion } = voting
  return inTenant(tenant, async (db) => {
    const [comment] = await db
      .select({
        ideaId: comments.ideaId,
        authorId: comments.authorId,
        state: comments.state,
        useful: comments.usefulCount,
        useless: comments.uselessCount,
        publication: ideas.publication,
        origin: ideas.origin,
      })
      .from(comments)
      .innerJoin(ideas, eq(ideas.id, comments.ideaId))
      .where(eq(comments.id, commentId))
      .for('no key update', { of: comments })
    if (!comment || comment.state !== 'visible') return refused('not_there')
    if (!isDiscussed(comment)) return refused('discussion_closed')
    if (comment.authorId === personId) return refused('own_comment')

    const before = await opinionOf(db, commentId, personId)
    if (before === opinion)
      return done({ commentId, useful: comment.useful, useless: comment.useless, opinion, repeated: true })
    await keepOpinion(db, voting)
    const [counts] = await db
      .update(comments)
      .set({
        usefulCount: sql`${comments.usefulCount} + ${Number(opinion === 'useful') - Number(before === 'useful')}`,
        uselessCount: sql`${comments.uselessCount} + ${Number(opinion === 'useless') - Number(before === 'useless')}`,
      })
      .where(eq(comments.id, commentId))
      .returning({ useful: comments.usefulCount, useless: comments.uselessCount })
    await changed(db, `idea:${comment.ideaId}`)
    return done({ commentId, ...counts!, opinion, repeated: false })
  })
}

async function opinionOf(db: Db, commentId: string, personId: string): Promise<Voting['opinion']> {
  const [vote] = await db
    .select({ useful: commentVotes.useful })
    .from(commentVotes)
    .where(and(eq(commentVotes.commentId, commentId), eq(commentVotes.personId, personId)))
  if (!vote) return 'none'
  return vote.useful ? 'useful' : 'useless'
}

async function keepOpinion(db: Db, { commentId, personId, opinion, now }: Voting): Promise<void> {
  if (opinion === 'none') {
    await db
      .delete(commentVotes)
      .where(and(eq(commentVotes.commentId, commentId), eq(commentVotes.personId, personId)))
    return
  }
  const vote = { useful: opinion === 'useful', at: now }
  await db
    .insert(commentVotes)
    .values({ commentId, personId, ...vote })
    .onConflictDoUpdate({
      target: [commentVotes.tenantId, commentVotes.commentId, commentVotes.personId],
      set: vote,
    })
}

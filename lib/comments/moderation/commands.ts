import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { comments, ideas } from '../../../drizzle/schema'
import type { Db } from '../../db'
import { record } from '../../journal/commands'
import { beginningOf } from '../../ideas/feeds/rules'
import type { Standing, Subject, SubjectDesk } from '../../moderation/subjects/rules'
import { changed } from '../../tenancy/freshness'
import { type CommentState, reportsToHold } from '../rules'

/** What is held is still to be decided on, as what everyone reads is. */
const standings: Record<CommentState, Standing> = {
  visible: 'visible',
  held: 'visible',
  hidden: 'hidden',
  removed: 'gone',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Comments, as the desk works on them. */
export const commentOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db
      .select({
        body: comments.body,
        state: comments.state,
        locale: comments.locale,
        authorId: comments.authorId,
        districtCode: ideas.districtCode,
        secondDistrictCode: ideas.secondDistrictCode,
        themeId: ideas.themeId,
        slug: sql<string>`coalesce(${ideas.slug}, ${ideas.id}::text)`,
      })
      .from(comments)
      .innerJoin(ideas, eq(ideas.id, comments.ideaId))
      .where(eq(comments.id, id))
    const [found] = await (lock ? wanted.for('no key update', { of: comments }) : wanted)
    if (!found) return null
    const { body: text, state, slug, ...about } = found
    // Its words were erased a year after it was hidden: nothing is left to give back.
    const standing = state === 'hidden' && text === '' ? 'gone' : standings[state]
    const path = `/idees/${slug}/commentaires/${id}`
    const title = beginningOf(text, 80)
    return { kind: 'comment', id, title, text, path, standing, supportCount: 0, ...about }
  },

  async hide(db, { id, authorId }, { byId, now, text }) {
    await setState(db, id, 'hidden', ['visible', 'held'])
    await tellAuthor(db, { kind: 'comment_hidden', id, authorId, byId, now, text })
  },
  async restore(db, { id, authorId }, { byId, now }) {
    await setState(db, id, 'visible', ['hidden'])
    await tellAuthor(db, { kind: 'comment_restored', id, authorId, byId, now })
  },
  reopen: (db, { id }) => setState(db, id, 'visible', ['hidden']),
  async tell(db, { id, authorId }, { kind, byId, now, detail }) {
    const text = detail?.text as string | undefined
    if (kind !== 'appeal_rejected') return
    await tellAuthor(db, { kind: 'comment_appeal_rejected', id, authorId, byId, now, text })
  },
  kept: (db, { id }) => setState(db, id, 'visible', ['held']),

  async reported(db, { id }, by) {
    if (by >= reportsToHold) await setState(db, id, 'held', ['visible'])
  },

  async locate(db, address) {
    if (!uuid.test(address)) return null
    const [found] = await db.select({ id: comments.id }).from(comments).where(eq(comments.id, address))
    return found?.id ?? null
  },
}

type Told = {
  kind: 'comment_hidden' | 'comment_appeal_rejected' | 'comment_restored'
  id: string
  authorId: string | null
  byId: string | null
  now: Date
  text?: string
}

/** Told to who wrote it, with the reasons, and to nobody else. */
async function tellAuthor(db: Db, { kind, id, authorId, byId, now, text }: Told): Promise<void> {
  const [comment] = await db.select({ ideaId: comments.ideaId }).from(comments).where(eq(comments.id, id))
  const own = { commentId: id, path: `/mes-commentaires/${id}`, tell: authorId ? [authorId] : [] }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: comment!.ideaId, ...by, detail: text ? { ...own, text } : own })
}

/** The caller holds the row. What is in another state stays in it. */
async function setState(db: Db, id: string, state: CommentState, from: CommentState[]): Promise<void> {
  const [moved] = await db
    .update(comments)
    .set({ state })
    .where(and(eq(comments.id, id), inArray(comments.state, from)))
    .returning({ ideaId: comments.ideaId })
  if (moved) await changed(db, `idea:${moved.ideaId}`)
}

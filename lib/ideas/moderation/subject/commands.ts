import 'server-only'
import { eq, or, sql } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import type { Standing, Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { rulesInForce } from '../../../rules/queries'
import { applyChange } from '../../changes/commands'
import { dueAfterWorkingDays } from '../../deposit/rules'
import type { Axes } from '../../rules'
import { isHiddenCode, obligesTheCity, type RefusalCode } from '../rules'

const standings: Record<Axes['publication'], Standing> = {
  draft: 'gone',
  submitted: 'waiting',
  published: 'visible',
  withdrawn: 'visible',
  merged: 'visible',
  refused: 'refused',
  hidden: 'hidden',
  removed: 'gone',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Ideas, as the desk works on them. */
export const ideaOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db.select().from(ideas).where(eq(ideas.id, id))
    const [idea] = await (lock ? wanted.for('no key update') : wanted)
    if (!idea) return null
    const { title, body: text, locale, authorId, themeId, supportCount, slug } = idea
    const { districtCode, secondDistrictCode } = idea
    return {
      kind: 'idea',
      id,
      title,
      text,
      locale,
      authorId,
      districtCode,
      secondDistrictCode,
      themeId,
      supportCount,
      obligesTheCity: obligesTheCity(idea),
      standing: standings[idea.publication],
      path: `/idees/${slug ?? id}`,
    }
  },

  async hide(db, { id }, { byId, now, code, text }) {
    const set = { refusalCode: code, refusalText: text }
    await applyChange(db, await axesOf(db, id), 'hide', {
      byId,
      byRole: 'moderator',
      now,
      set,
      detail: { code },
    })
  },

  async restore(db, { id }, { byId, now }) {
    const set = { refusalCode: null, refusalText: null }
    const idea = await axesOf(db, id)
    await applyChange(db, idea, wayBack(idea), { byId, byRole: 'moderator', now, set })
  },

  async reopen(db, { id }, { byId, now }) {
    const { rules, timeZone } = await rulesInForce(db)
    const idea = await axesOf(db, id)
    const moderationDueAt = dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
    const set = { moderationDueAt, pullBackUntil: now, treatedById: null, treatedAt: null }
    // What was refused for what it said is not announced again by saying that it comes back.
    const visibility = isHiddenCode(idea.refusalCode as RefusalCode) ? 'internal' : 'public'
    await applyChange(db, idea, 'upholdAppeal', { byId, byRole: 'moderator', now, set, visibility })
  },

  async locate(db, address) {
    const [idea] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(or(eq(ideas.slug, address), uuid.test(address) ? eq(ideas.id, address) : sql`false`))
    return idea?.id ?? null
  },
}

/** What was hidden becomes again what it was: also a text that its author had withdrawn, or that had joined another. */
function wayBack({ collection, mergedIntoId }: Awaited<ReturnType<typeof axesOf>>) {
  if (collection !== 'closed') return 'restore'
  return mergedIntoId ? 'restoreMerged' : 'restoreWithdrawn'
}

async function axesOf(db: Db, id: string) {
  const [idea] = await db
    .select({
      id: ideas.id,
      publication: ideas.publication,
      collection: ideas.collection,
      examination: ideas.examination,
      delivery: ideas.delivery,
      refusalCode: ideas.refusalCode,
      mergedIntoId: ideas.mergedIntoId,
    })
    .from(ideas)
    .where(eq(ideas.id, id))
  return idea!
}

import 'server-only'
import { and, asc, eq, inArray, isNotNull, lte, ne, or, sql } from 'drizzle-orm'
import { activities, conversations, messages, organisations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import type { Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { organisationsOf } from '../../organisations/queries'
import { organisationOf } from '../queries'

/** What was said between two sides, as the desk works on it: only once one of them asked it to, with what they chose to show. */
export const messageOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db
      .select({
        body: messages.body,
        at: messages.at,
        side: messages.side,
        state: messages.state,
        authorId: messages.authorId,
        conversationId: messages.conversationId,
        title: sql<string>`coalesce(${activities.title}, ${organisations.name}, '')`,
        locale: sql<string>`coalesce(${activities.locale}, ${organisations.locale})`,
        districtCode: sql<string | null>`coalesce(${activities.districtCode}, ${organisations.districtCode})`,
        themeId: sql<string | null>`coalesce(${activities.themeIds}[1], ${organisations.themeIds}[1])`,
      })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .leftJoin(activities, eq(activities.id, conversations.activityId))
      .leftJoin(organisations, sql`${organisations.id} = ${organisationOf}`)
      .where(and(eq(messages.id, id), isNotNull(messages.sharedAt)))
    const [found] = await (lock ? wanted.for('no key update', { of: messages }) : wanted)
    if (!found) return null
    const { body, state, at, side, conversationId, ...about } = found
    const before = await sharedBefore(db, { id, conversationId, at })
    const text = [...before.map((one) => `${one.side === side ? '→' : '←'} ${one.body}`), body].join('\n\n')
    const path = `/messages/${conversationId}`
    return { kind: 'message', id, text, path, standing: state, supportCount: 0, ...about }
  },

  /** Either side of it: who wrote, and who is written to. */
  ownAmong(db, ids, byId) {
    const mine = organisationsOf(db, byId)
    const own = or(
      eq(conversations.personId, byId),
      eq(activities.organiserId, byId),
      inArray(conversations.organisationId, mine),
      inArray(activities.organisationId, mine),
    )
    return db
      .select({ id: messages.id })
      .from(messages)
      .innerJoin(conversations, eq(conversations.id, messages.conversationId))
      .leftJoin(activities, eq(activities.id, conversations.activityId))
      .where(and(inArray(messages.id, ids), own))
  },

  async hide(db, { id, authorId }, { byId, now, text }) {
    await db.update(messages).set({ state: 'hidden' }).where(eq(messages.id, id))
    await tellAuthor(db, { kind: 'message_hidden', id, authorId, byId, now, text })
  },
  async restore(db, { id, authorId }, { byId, now }) {
    await db.update(messages).set({ state: 'visible' }).where(eq(messages.id, id))
    await tellAuthor(db, { kind: 'message_restored', id, authorId, byId, now })
  },
  async reopen(db, { id }) {
    await db.update(messages).set({ state: 'visible' }).where(eq(messages.id, id))
  },
  async tell(db, { id, authorId }, { kind, byId, now, detail }) {
    const text = detail?.text as string | undefined
    if (kind !== 'appeal_rejected') return
    await tellAuthor(db, { kind: 'message_appeal_rejected', id, authorId, byId, now, text })
  },

  /** Nobody finds what others write to each other by its address. */
  locate: async () => null,
}

type Near = { id: string; conversationId: string; at: Date }

/** The same side's words point one way, the other's the other. */
function sharedBefore(db: Db, { id, conversationId, at }: Near) {
  return db
    .select({ body: messages.body, side: messages.side })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        isNotNull(messages.sharedAt),
        lte(messages.at, at),
        ne(messages.id, id),
      ),
    )
    .orderBy(asc(messages.at), asc(messages.id))
}

type Told = {
  kind: 'message_hidden' | 'message_appeal_rejected' | 'message_restored'
  id: string
  authorId: string | null
  byId: string | null
  now: Date
  text?: string
}

/** Told to who wrote it, with the reasons, and to nobody else. */
async function tellAuthor(db: Db, { kind, id, authorId, byId, now, text }: Told): Promise<void> {
  const [said] = await db
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(eq(messages.id, id))
  const path = `/messages/${said!.conversationId}#m-${id}`
  const own = { path, on: 'agir', tell: authorId ? [authorId] : [] }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail: text ? { ...own, text } : own })
}

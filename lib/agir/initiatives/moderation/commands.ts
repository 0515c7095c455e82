import 'server-only'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { initiatives } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import type { Standing, Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { changed } from '../../../tenancy/freshness'
import { ownersOf } from '../../organisations/queries'
import { organisationsOf } from '../../organisations/queries'
import { dueFrom } from '../answers/commands'
import { keptBy, listKeepers } from '../keepers/queries'
import { publishInitiative } from '../publishing/commands'
import type { InitiativeState } from '../rules'

const standings: Record<InitiativeState, Standing> = {
  draft: 'gone',
  submitted: 'waiting',
  active: 'visible',
  ended: 'visible',
  rejected: 'refused',
  hidden: 'hidden',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Initiatives, as the desk works on them. New words for one in view are read like one that is new. */
export const initiativeOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db.select().from(initiatives).where(eq(initiatives.id, id))
    const [found] = await (lock ? wanted.for('no key update') : wanted)
    if (!found) return null
    const said = { ...found, ...found.wish }
    return {
      kind: 'initiative',
      id,
      title: said.title,
      text: [said.summary, said.story, said.placeLabel, said.address].filter(Boolean).join('\n\n'),
      locale: found.locale,
      authorId: found.createdById,
      districtCode: said.districtCode,
      themeId: said.themeIds[0] ?? null,
      supportCount: 0,
      standing: standings[found.state],
      path: `/initiatives/${found.slug ?? id}`,
      pictures: said.image ? [{ file: said.image, alt: said.imageAlt ?? '' }] : [],
    }
  },

  ownAmong(db, ids, byId) {
    const own = or(
      inArray(initiatives.organisationId, organisationsOf(db, byId)),
      inArray(initiatives.id, keptBy(db, byId)),
    )
    return db
      .select({ id: initiatives.id })
      .from(initiatives)
      .where(and(inArray(initiatives.id, ids), own))
  },

  async publish(db, { id }, { byId, now }) {
    const [found] = await db.select().from(initiatives).where(eq(initiatives.id, id))
    await publishInitiative(db, found!, byId, now)
    await tell(db, id, 'writing_accepted', { byId, now })
  },

  async refuse(db, { id, standing }, { byId, now, code, text }) {
    const treated = { treatedById: byId, treatedAt: now, wish: null }
    const declined = { state: 'rejected' as const, refusalCode: code, refusalText: text }
    await db
      .update(initiatives)
      .set(standing === 'waiting' ? { ...treated, ...declined } : treated)
      .where(eq(initiatives.id, id))
    await tell(db, id, 'writing_refused', { byId, now, text })
  },

  async hide(db, { id }, { byId, now, code, text }) {
    const hidden = { state: 'hidden' as const, hiddenAt: now, wish: null }
    await db
      .update(initiatives)
      .set({ ...hidden, refusalCode: code, refusalText: text })
      .where(eq(initiatives.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'writing_hidden', { byId, now, text })
  },

  async restore(db, { id }, { byId, now }) {
    const back = { state: sql`case when ended_at is null then 'active' else 'ended' end`, hiddenAt: null }
    await db
      .update(initiatives)
      .set({ ...back, refusalCode: null, refusalText: null })
      .where(eq(initiatives.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'writing_restored', { byId, now })
  },

  async reopen(db, { id }, { byId, now }) {
    const again = { state: 'submitted' as const, submittedAt: now, moderationDueAt: await dueFrom(db, now) }
    await db
      .update(initiatives)
      .set({ ...again, treatedById: null, treatedAt: null })
      .where(eq(initiatives.id, id))
    await tell(db, id, 'writing_reopened', { byId, now })
  },

  tell: (db, { id }, { kind, byId, now, detail }) =>
    tell(db, id, `writing_${kind}`, { byId, now, text: detail?.text as string | undefined }),

  async locate(db, address) {
    const byId = uuid.test(address) ? eq(initiatives.id, address) : sql`false`
    const [found] = await db
      .select({ id: initiatives.id })
      .from(initiatives)
      .where(or(eq(initiatives.slug, address), byId))
    return found?.id ?? null
  },
}

type Told = { byId: string | null; now: Date; text?: string }

/** Told to those who keep it, with the reasons, and to nobody else. */
async function tell(db: Db, id: string, kind: Happening, { byId, now, text }: Told): Promise<void> {
  const [found] = await db.select().from(initiatives).where(eq(initiatives.id, id))
  const { title, organisationId, createdById } = found!
  const keepers = organisationId ? await ownersOf(db, organisationId) : await listKeepers(db, id)
  const told = [...new Set([...keepers, ...(createdById ? [createdById] : [])])]
  const own = { title, path: `/mes-initiatives/${id}`, on: 'agir', tell: told }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail: text ? { ...own, text } : own })
}

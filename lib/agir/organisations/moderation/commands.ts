import 'server-only'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { organisations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import type { Standing, Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { changed } from '../../../tenancy/freshness'
import { skeleton } from '../../../text'
import { freeSlug } from '../commands'
import { ownersOf } from '../queries'
import { organisationsOf } from '../queries'
import type { OrganisationState } from '../rules'

const standings: Record<OrganisationState, Standing> = {
  draft: 'gone',
  submitted: 'waiting',
  active: 'visible',
  leaving: 'visible',
  rejected: 'refused',
  suspended: 'hidden',
  closed: 'gone',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Organisations, as the desk works on them. New words for one in view are read like one that is new. */
export const organisationOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db.select().from(organisations).where(eq(organisations.id, id))
    const [found] = await (lock ? wanted.for('no key update') : wanted)
    if (!found) return null
    const { name, summary, story, logo, logoAlt } = { ...found, ...found.wish }
    return {
      kind: 'organisation',
      id,
      title: name,
      text: [summary, story, found.website, found.publicEmail, found.address].filter(Boolean).join('\n\n'),
      locale: found.locale,
      authorId: found.createdById,
      districtCode: found.districtCode,
      themeId: found.themeIds[0] ?? null,
      supportCount: 0,
      standing: standings[found.state],
      path: `/organisations/${found.slug ?? id}`,
      pictures: logo ? [{ file: logo, alt: logoAlt ?? '' }] : [],
    }
  },

  ownAmong: (db, ids, byId) =>
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(inArray(organisations.id, ids), inArray(organisations.id, organisationsOf(db, byId)))),

  async publish(db, { id }, { byId, now }) {
    const [found] = await db.select().from(organisations).where(eq(organisations.id, id))
    const { name, summary, story, kind, logo, logoAlt } = { ...found!, ...found!.wish }
    const read = {
      ...{ name, summary, story, kind, logo, logoAlt },
      nameKey: skeleton(name),
      wish: null,
      treatedById: byId,
      treatedAt: now,
    }
    const shown = found!.slug
      ? {}
      : { slug: await freeSlug(db, { id, name }), state: 'active' as const, activeAt: now }
    await db
      .update(organisations)
      .set({ ...read, ...shown, changedAt: now })
      .where(eq(organisations.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'organisation_published', { byId, now })
  },

  async refuse(db, { id, standing }, { byId, now, code, text }) {
    const treated = { treatedById: byId, treatedAt: now, wish: null }
    const declined = { state: 'rejected' as const, refusalCode: code, refusalText: text }
    await db
      .update(organisations)
      .set(standing === 'waiting' ? { ...treated, ...declined } : treated)
      .where(eq(organisations.id, id))
    await tell(db, id, 'organisation_refused', { byId, now, text })
  },

  async hide(db, { id }, { byId, now, code, text }) {
    const set = {
      state: 'suspended' as const,
      suspendedAt: now,
      refusalCode: code,
      refusalText: text,
      wish: null,
    }
    await db.update(organisations).set(set).where(eq(organisations.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'organisation_suspended', { byId, now, text })
    await tellRegistered(db, id, 'organisation_paused', now)
  },

  async restore(db, { id }, { byId, now }) {
    const set = { state: 'active' as const, suspendedAt: null, refusalCode: null, refusalText: null }
    await db.update(organisations).set(set).where(eq(organisations.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'organisation_restored', { byId, now })
    await tellRegistered(db, id, 'organisation_resumed', now)
  },

  async reopen(db, { id }, { byId, now }) {
    const set = { state: 'submitted' as const, submittedAt: now, moderationDueAt: now, treatedById: null }
    await db.update(organisations).set(set).where(eq(organisations.id, id))
    await tell(db, id, 'organisation_reopened', { byId, now })
  },

  tell: (db, { id }, { kind, byId, now, detail }) =>
    tell(db, id, `organisation_${kind}`, { byId, now, text: detail?.text as string | undefined }),

  async locate(db, address) {
    const [found] = await db
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        or(eq(organisations.slug, address), uuid.test(address) ? eq(organisations.id, address) : sql`false`),
      )
    return found?.id ?? null
  },
}

type Told = { byId: string | null; now: Date; text?: string }

/** Told to those who answer for it, with the reasons, and to nobody else. */
async function tell(db: Db, id: string, kind: Happening, { byId, now, text }: Told): Promise<void> {
  const [found] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id))
  const owners = await ownersOf(db, id)
  const own = { title: found!.name, path: `/mes-organisations/${id}`, on: 'agir', tell: owners }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail: text ? { ...own, text } : own })
}

/** Whoever is registered for dates to come is told once, however many dates there are, and in words that accuse nobody. */
async function tellRegistered(db: Db, id: string, kind: Happening, at: Date): Promise<void> {
  const [found] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id))
  const detail = { title: found!.name, path: '/mes-inscriptions', on: 'agir' }
  await record(db, { kind, aboutId: id, byId: null, byRole: 'city', visibility: 'internal', at, detail })
}

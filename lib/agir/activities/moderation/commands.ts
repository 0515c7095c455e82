import 'server-only'
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { activities, activityRevisions } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { dueAfterWorkingDays } from '../../../ideas/deposit/rules'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import type { Standing, Subject, SubjectDesk } from '../../../moderation/subjects/rules'
import { rulesInForce } from '../../../rules/queries'
import { changed } from '../../../tenancy/freshness'
import { keptBy } from '../../initiatives/keepers/queries'
import { ownersOf } from '../../organisations/queries'
import { organisationsOf } from '../../organisations/queries'
import { holdWhereWished } from '../../dates/placing/commands'
import { wordsOfPlaces } from '../../dates/placing/rules'
import { tellOfTerms } from '../../dates/terms/commands'
import { renewPositions } from '../../positions/commands'
import { publishActivity } from '../publishing/commands'
import type { ActivityModeration } from '../rules'

const standings: Record<ActivityModeration, Standing> = {
  draft: 'gone',
  submitted: 'waiting',
  approved: 'visible',
  changes_asked: 'waiting',
  rejected: 'refused',
  hidden: 'hidden',
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Activities, as the desk works on them. A change that waits to be read is read in place of what is public. */
export const activityOnDesk: SubjectDesk = {
  async find(db, id, lock): Promise<Subject | null> {
    const wanted = db.select().from(activities).where(eq(activities.id, id))
    const [found] = await (lock ? wanted.for('no key update') : wanted)
    if (!found) return null
    const waiting = await revisionOf(db, id)
    const said = { ...found, ...waiting?.wish } as typeof found
    const { summary, body, practical, placeLabel, address, accessNote, externalUrl, roles } = said
    const named = roles.map(({ label }) => label).join(', ')
    return {
      kind: 'activity',
      id,
      title: said.title,
      text: [
        summary,
        body,
        practical,
        placeLabel,
        address,
        accessNote,
        externalUrl,
        named,
        ...wordsOfPlaces(waiting?.wish),
      ]
        .filter(Boolean)
        .join('\n\n'),
      locale: found.locale,
      authorId: found.organiserId,
      districtCode: found.districtCode,
      themeId: found.themeIds[0] ?? null,
      supportCount: 0,
      standing: standings[found.moderation],
      path: `/activites/${found.slug ?? id}`,
      pictures: said.image ? [{ file: said.image, alt: said.imageAlt ?? '' }] : [],
    }
  },

  ownAmong(db, ids, byId) {
    const own = or(
      eq(activities.organiserId, byId),
      inArray(activities.organisationId, organisationsOf(db, byId)),
      inArray(activities.initiativeId, keptBy(db, byId)),
    )
    return db
      .select({ id: activities.id })
      .from(activities)
      .where(and(inArray(activities.id, ids), own))
  },

  async publish(db, { id }, { byId, now }) {
    const [before] = await db.select().from(activities).where(eq(activities.id, id))
    const waiting = await endRevision(db, id, 'approved', { byId, now })
    if (waiting)
      await db
        .update(activities)
        .set({ ...waiting, changedAt: now })
        .where(eq(activities.id, id))
    const [found] = await db.select().from(activities).where(eq(activities.id, id))
    if (found!.publication === 'unpublished') await publishActivity(db, found!, { byId, now })
    else await changed(db, 'activities')
    if (waiting) await tellOfTerms(db, { before: before!, after: found!, byId: null, now })
    if (waiting) await holdWhereWished(db, found!, waiting, now)
    if (waiting?.roles && found!.publication === 'published') await renewPositions(db, found!, now)
    await tell(db, id, waiting ? 'activity_change_read' : 'activity_accepted', { byId, now })
  },

  async refuse(db, { id, standing }, { byId, now, code, text }) {
    await endRevision(db, id, 'rejected', { byId, now, text })
    if (standing === 'waiting') {
      const declined = { moderation: 'rejected' as const, refusalCode: code, refusalText: text }
      await db
        .update(activities)
        .set({ ...declined, treatedById: byId, treatedAt: now })
        .where(eq(activities.id, id))
    }
    await tell(db, id, 'activity_refused', { byId, now, text })
  },

  async hide(db, { id }, { byId, now, code, text }) {
    const set = { moderation: 'hidden' as const, hiddenAt: now, refusalCode: code, refusalText: text }
    await db.update(activities).set(set).where(eq(activities.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'activity_hidden', { byId, now, text })
    await tellRegistered(db, id, 'activity_paused', now)
  },

  async restore(db, { id }, { byId, now }) {
    const set = { moderation: 'approved' as const, hiddenAt: null, refusalCode: null, refusalText: null }
    await db.update(activities).set(set).where(eq(activities.id, id))
    await changed(db, 'activities')
    await tell(db, id, 'activity_restored', { byId, now })
    await tellRegistered(db, id, 'activity_resumed', now)
  },

  async reopen(db, { id }, { byId, now }) {
    const { rules, timeZone } = await rulesInForce(db)
    const moderationDueAt = dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
    const again = { moderation: 'submitted' as const, submittedAt: now, moderationDueAt }
    await db
      .update(activities)
      .set({ ...again, treatedById: null, treatedAt: null })
      .where(eq(activities.id, id))
    await tell(db, id, 'activity_reopened', { byId, now })
  },

  tell: (db, { id }, { kind, byId, now, detail }) =>
    tell(db, id, `activity_${kind}`, { byId, now, text: detail?.text as string | undefined }),

  async locate(db, address) {
    const byId = uuid.test(address) ? eq(activities.id, address) : sql`false`
    const [found] = await db
      .select({ id: activities.id })
      .from(activities)
      .where(or(eq(activities.slug, address), byId))
    return found?.id ?? null
  },
}

const waitingFor = (activityId: string) =>
  and(eq(activityRevisions.activityId, activityId), eq(activityRevisions.state, 'waiting'))

async function revisionOf(db: Db, activityId: string) {
  const [waiting] = await db.select().from(activityRevisions).where(waitingFor(activityId))
  return waiting ?? null
}

type Read = { byId: string | null; now: Date; text?: string }

async function endRevision(
  db: Db,
  activityId: string,
  state: 'approved' | 'rejected',
  { byId, now, text }: Read,
) {
  const [ended] = await db
    .update(activityRevisions)
    .set({ state, treatedById: byId, treatedAt: now, reason: text ?? null })
    .where(waitingFor(activityId))
    .returning({ wish: activityRevisions.wish })
  return ended?.wish ?? null
}

/** Told to those who organise it, with the reasons, and to nobody else. */
async function tell(db: Db, id: string, kind: Happening, { byId, now, text }: Read): Promise<void> {
  const [found] = await db.select().from(activities).where(eq(activities.id, id))
  const { title, organisationId, organiserId } = found!
  const owners = organisationId ? await ownersOf(db, organisationId) : []
  const told = [...new Set([...owners, ...(organiserId ? [organiserId] : [])])]
  const own = { title, path: `/mes-activites/${id}`, on: 'agir', tell: told }
  const by = { byId, byRole: 'moderator', visibility: 'internal', at: now } as const
  await record(db, { kind, aboutId: id, ...by, detail: text ? { ...own, text } : own })
}

/** Whoever is registered for dates to come is told once, in words that accuse nobody. */
async function tellRegistered(db: Db, id: string, kind: Happening, at: Date): Promise<void> {
  const [found] = await db.select().from(activities).where(eq(activities.id, id))
  const path = kind === 'activity_resumed' ? `/activites/${found!.slug ?? id}` : '/mes-inscriptions'
  const detail = { title: found!.title, path, on: 'agir' }
  await record(db, { kind, aboutId: id, byId: null, byRole: 'city', visibility: 'internal', at, detail })
}

import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { activities, organisations, schedules } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { dueAfterWorkingDays } from '../../../ideas/deposit/rules'
import { slugOf } from '../../../ideas/moderation/rules'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { rulesInForce } from '../../../rules/queries'
import { changed } from '../../../tenancy/freshness'
import { mostOpenAtFirst } from '../../organisations/proofs/rules'
import { isInformal } from '../../organisations/rules'
import { writeDates } from '../../schedules/commands'
import { openSteps, trustedFrom } from '../answers/rules'
import { holdActivity, type Organised } from '../organisers/queries'
import { timingsOf } from '../own/queries'

type Act = { activityId: string; personId: string; now: Date }

export const sendingRefusals = ['not_there', 'already_sent', 'incomplete', 'too_many_open'] as const
export type SendingRefusal = (typeof sendingRefusals)[number]

/** Offers it to the city: public at once from an organisation that has proven who it is, else once it has been read. */
export function sendActivity(tenant: Tenant, { activityId, personId, now }: Act) {
  return inTenant(tenant, async (db): Promise<Outcome<{ slug: string | null }, SendingRefusal>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (!activity) return refused('not_there')
    if (activity.moderation !== 'draft' && activity.moderation !== 'changes_asked')
      return refused('already_sent')
    const timings = await timingsOf(db, activityId)
    if (openSteps({ ...activity, scheduleCount: timings.length }).length > 0) return refused('incomplete')
    if (activity.trust >= trustedFrom)
      return done({ slug: await publishActivity(db, activity, { byId: null, now }) })
    if (!(await hasRoom(db, activity, now))) return refused('too_many_open')
    const { rules, timeZone } = await rulesInForce(db)
    const moderationDueAt = dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
    const sent = { moderation: 'submitted' as const, submittedAt: now, changedAt: now, moderationDueAt }
    await db.update(activities).set(sent).where(eq(activities.id, activityId))
    return done({ slug: null })
  })
}

/** A group of no number announces some things at a time, until somebody has come to one of them. */
async function hasRoom(db: Db, { organisationId, by }: Organised, now: Date): Promise<boolean> {
  if (!organisationId || !by || !isInformal(by)) return true
  await db.select().from(organisations).where(eq(organisations.id, organisationId)).for('no key update')
  const at = sql`${now.toISOString()}::timestamptz`
  const [row] = await db.execute<{ open: number; held: boolean }>(sql`
    select count(*) filter (where moderation = 'submitted' or (publication = 'published' and moderation = 'approved'
        and exists (select from occurrences o where o.activity_id = a.id and o.ends_at > ${at} and o.state <> 'cancelled')))::int as open,
      coalesce(bool_or(exists (select from registrations r where r.activity_id = a.id and r.state = 'attended')), false) as held
    from ${activities} a where organisation_id = ${organisationId}`)
  return row!.held || row!.open < mostOpenAtFirst
}

type Publishing = { byId: string | null; now: Date }

type Shown = Pick<
  typeof activities.$inferSelect,
  'id' | 'slug' | 'title' | 'roles' | 'capacity' | 'newcomerSeats' | 'hasWaitlist' | 'minAge'
>

/** From now on everyone reads it, and its dates are written down. The caller holds the row. */
export async function publishActivity(db: Db, activity: Shown, { byId, now }: Publishing): Promise<string> {
  const { id, title } = activity
  const slug = activity.slug ?? (await freeSlug(db, activity))
  const shown = {
    moderation: 'approved',
    publication: 'published',
    publishedAt: now,
    changedAt: now,
  } as const
  await db
    .update(activities)
    .set({ slug, ...shown, treatedById: byId, treatedAt: now })
    .where(eq(activities.id, id))
  const isOwn = and(eq(schedules.activityId, id), isNull(schedules.endedAt))
  for (const schedule of await db.select().from(schedules).where(isOwn))
    await writeDates(db, schedule, activity, now)
  const by = { byId, byRole: byId ? 'moderator' : 'system', visibility: 'public', at: now } as const
  const detail = { title, path: `/activites/${slug}`, on: 'agir' }
  await record(db, { kind: 'activity_published', aboutId: id, ...by, detail })
  await changed(db, 'activities')
  return slug
}

/** Readable, in Latin letters, and nobody else's; its own number where no letter of the title can be written. */
async function freeSlug(db: Db, { id, title }: { id: string; title: string }): Promise<string> {
  const readable = slugOf(title) || id
  const taken = await db.$count(activities, eq(activities.slug, readable))
  return taken === 0 ? readable : `${readable}-${randomBytes(3).toString('hex')}`
}

/** Taken back before anybody has decided, to be written on. */
export function pullBack(tenant: Tenant, { activityId, personId, now }: Act) {
  return inTenant(tenant, async (db): Promise<Outcome<undefined, 'not_there'>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (activity?.moderation !== 'submitted') return refused('not_there')
    const back = { moderation: 'draft' as const, submittedAt: null, moderationDueAt: null, changedAt: now }
    await db.update(activities).set(back).where(eq(activities.id, activityId))
    return done(undefined)
  })
}

/** A draft that nobody has read goes for good. */
export function discardDraft(tenant: Tenant, { activityId, personId }: Omit<Act, 'now'>) {
  return inTenant(tenant, async (db): Promise<Outcome<undefined, 'not_there'>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (activity?.moderation !== 'draft' || activity.slug) return refused('not_there')
    await db.delete(schedules).where(eq(schedules.activityId, activityId))
    await db.delete(activities).where(eq(activities.id, activityId))
    return done(undefined)
  })
}

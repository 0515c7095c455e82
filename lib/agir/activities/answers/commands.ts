import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { activities, activityRevisions, schedules } from '../../../../drizzle/schema'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { mostInAWeek, datesUntil, horizonFrom, limits, type Timing } from '../../schedules/rules'
import { writeDates } from '../../schedules/commands'
import { speaksFor } from '../../organisations/queries'
import { holdActivity, type Organised } from '../organisers/queries'
import { timingsOf } from '../own/queries'
import { fateOf, most, trustedFrom } from './rules'

type City = Pick<Tenant, 'id'>
type Act = { personId: string; now: Date }
export type Wish = Partial<
  Omit<
    typeof activities.$inferInsert,
    'id' | 'tenantId' | 'organisationId' | 'organiserId' | 'moderation' | 'publication' | 'slug'
  >
>
type Organiser = 'self' | string

export const answerRefusals = ['not_there', 'not_your_organisation', 'being_read'] as const
export type AnswerRefusal = (typeof answerRefusals)[number]

/** The first answer makes the draft; every later one is kept on it. */
export function beginActivity(
  tenant: City,
  {
    personId,
    now,
    locale,
    wish,
    organiser,
  }: Act & { locale: Locale; wish: Wish & { title: string; kind: Organised['kind'] }; organiser: Organiser },
) {
  return inTenant(
    tenant,
    async (db): Promise<Outcome<{ id: string }, 'too_many_drafts' | 'not_your_organisation'>> => {
      const open = and(eq(activities.organiserId, personId), eq(activities.moderation, 'draft'))
      if ((await db.$count(activities, open)) >= most.drafts) return refused('too_many_drafts')
      if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
      const organisationId = organiser === 'self' ? null : organiser
      const row = {
        ...wish,
        locale,
        organisationId,
        organiserId: personId,
        spoken: [locale],
        createdAt: now,
        changedAt: now,
      }
      const [draft] = await db.insert(activities).values(row).returning({ id: activities.id })
      return done({ id: draft!.id })
    },
  )
}

async function maySpeak(db: Db, personId: string, organiser: Organiser): Promise<boolean> {
  return organiser === 'self' || (await speaksFor(db, personId)).some(({ id }) => id === organiser)
}

/** Who offers it may be changed as long as nobody has read it. */
export function saveSubject(
  tenant: City,
  {
    personId,
    now,
    activityId,
    wish,
    organiser,
  }: Act & { activityId: string; wish: Wish; organiser: Organiser },
) {
  return inTenant(tenant, async (db): Promise<Outcome<{ id: string }, AnswerRefusal>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (!activity) return refused('not_there')
    if (!activity.slug && activity.moderation === 'draft') {
      if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
      const organisationId = organiser === 'self' ? null : organiser
      await db.update(activities).set({ organisationId }).where(eq(activities.id, activityId))
    }
    return keep(db, activity, wish, { personId, now })
  })
}

/** What a form says of an activity: kept, or kept beside what is approved until it has been read. */
export function saveAnswers(
  tenant: City,
  { activityId, personId, wish, now }: Act & { activityId: string; wish: Wish },
) {
  return inTenant(tenant, async (db): Promise<Outcome<{ id: string }, AnswerRefusal>> => {
    const activity = await holdActivity(db, activityId, personId)
    return activity ? keep(db, activity, wish, { personId, now }) : refused('not_there')
  })
}

async function keep(
  db: Db,
  activity: Organised,
  wish: Wish,
  { personId, now }: Act,
): Promise<Outcome<{ id: string }, 'being_read'>> {
  const held = activity as Record<string, unknown>
  const differing = Object.entries(wish).filter(
    ([name, value]) => JSON.stringify(held[name]) !== JSON.stringify(value),
  )
  const fate = fateOf(
    activity,
    differing.map(([name]) => name),
  )
  if (fate === 'being_read') return refused('being_read')
  const { id } = activity
  if (fate === 'waits') {
    const waiting = and(eq(activityRevisions.activityId, id), eq(activityRevisions.state, 'waiting'))
    const [before] = await db
      .update(activityRevisions)
      .set({ state: 'superseded' })
      .where(waiting)
      .returning({ wish: activityRevisions.wish })
    const whole = { ...before?.wish, ...Object.fromEntries(differing) }
    await db
      .insert(activityRevisions)
      .values({ activityId: id, wish: whole, byId: personId, at: now, state: 'waiting' })
    return done({ id })
  }
  if (differing.length > 0)
    await db
      .update(activities)
      .set({ ...wish, changedAt: now })
      .where(eq(activities.id, id))
  if (activity.publication === 'published') await changed(db, 'activities')
  return done({ id })
}

export const timingRefusalsOfActivity = [
  'not_there',
  'being_read',
  'too_many_schedules',
  'too_often_untrusted',
  'already_past',
] as const
export type AddTimingRefusal = (typeof timingRefusalsOfActivity)[number]

/** One more time at which it takes place; of a public one its dates are written down at once. */
export function addTiming(
  tenant: City,
  { activityId, personId, timing, now }: Act & { activityId: string; timing: Timing },
) {
  return inTenant(tenant, async (db): Promise<Outcome<{ id: string; count: number }, AddTimingRefusal>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (!activity) return refused('not_there')
    if (activity.moderation === 'submitted') return refused('being_read')
    const others = await timingsOf(db, activityId)
    if (others.length >= most.schedules) return refused('too_many_schedules')
    const refusal = timingRefusalFor(activity, timing, others, now)
    if (refusal) return refused(refusal)
    const [schedule] = await db
      .insert(schedules)
      .values({ activityId, ...timing, createdAt: now })
      .returning()
    const isPublic = activity.publication === 'published'
    const count = isPublic ? await writeDates(db, schedule!, activity, now) : 0
    await db.update(activities).set({ changedAt: now }).where(eq(activities.id, activityId))
    if (isPublic) await changed(db, 'activities')
    return done({ id: activityId, count })
  })
}

/** Whoever has not proven who they are offers two dates a week at most; nobody offers what is over. */
function timingRefusalFor({ trust }: Organised, timing: Timing, others: Timing[], now: Date) {
  const until = horizonFrom(now)
  const dates = datesUntil(timing, until)
  if (dates.length > 0 && dates.every(({ endsAt }) => endsAt <= now)) return 'already_past'
  if (trust >= trustedFrom) return null
  const all = [...dates, ...others.flatMap((other) => datesUntil(other, until))]
  return mostInAWeek(all) > limits.perWeekUntrusted ? 'too_often_untrusted' : null
}

/** A time that was never public is taken out again. */
export function removeTiming(
  tenant: City,
  { activityId, personId, scheduleId, now }: Act & { activityId: string; scheduleId: string },
) {
  return inTenant(tenant, async (db): Promise<Outcome<undefined, 'not_there'>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (activity?.publication !== 'unpublished' || activity.moderation === 'submitted')
      return refused('not_there')
    const unwritten = and(
      eq(schedules.id, scheduleId),
      eq(schedules.activityId, activityId),
      isNull(schedules.expandedUntil),
    )
    const gone = await db.delete(schedules).where(unwritten).returning({ id: schedules.id })
    await db.update(activities).set({ changedAt: now }).where(eq(activities.id, activityId))
    return gone.length > 0 ? done(undefined) : refused('not_there')
  })
}

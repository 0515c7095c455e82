import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { activities } from '../../../../drizzle/schema'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { speaksFor } from '../../organisations/queries'
import { ideaToHelp } from '../../bridge/queries'
import { holdInitiative } from '../../initiatives/keepers/queries'
import { tellOfTerms } from '../../dates/terms/commands'
import { renewPositions } from '../../positions/commands'
import { holdActivity, type Organised } from '../organisers/queries'
import { fateOf, most } from './rules'
import { keepBeside } from './waiting/commands'

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
    initiative,
    idea,
    isOfTheCity = false,
  }: Act & {
    locale: Locale
    wish: Wish & { title: string; kind: Organised['kind'] }
    organiser: Organiser
    initiative?: string
    idea?: string
    isOfTheCity?: boolean
  },
) {
  return inTenant(
    tenant,
    async (db): Promise<Outcome<{ id: string }, 'too_many_drafts' | 'not_your_organisation'>> => {
      const open = and(eq(activities.organiserId, personId), eq(activities.moderation, 'draft'))
      if ((await db.$count(activities, open)) >= most.drafts) return refused('too_many_drafts')
      if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
      const organisationId = organiser === 'self' ? null : organiser
      const helped = idea ? await ideaToHelp(db, idea, personId, isOfTheCity) : null
      const row = {
        ...wish,
        ...(await belonging(db, personId, initiative)),
        ideaId: helped?.id ?? null,
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
    initiative,
  }: Act & { activityId: string; wish: Wish; organiser: Organiser; initiative?: string },
) {
  return inTenant(tenant, async (db): Promise<Outcome<{ id: string }, AnswerRefusal>> => {
    const activity = await holdActivity(db, activityId, personId)
    if (!activity) return refused('not_there')
    if (!activity.slug && activity.moderation === 'draft') {
      if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
      const organisationId = organiser === 'self' ? null : organiser
      await db.update(activities).set({ organisationId }).where(eq(activities.id, activityId))
    }
    const whole = { ...wish, ...(await belonging(db, personId, initiative)) }
    return keep(db, activity, whole, { personId, now })
  })
}

/** What it is put into: something this person keeps, nothing, or what it was where the form did not ask. */
async function belonging(db: Db, personId: string, said?: string): Promise<Wish> {
  if (said === undefined) return {}
  if (said === '') return { initiativeId: null }
  return (await holdInitiative(db, said, personId)) ? { initiativeId: said } : {}
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
    ([name, value]) => !isDeepStrictEqual(held[name] ?? null, value ?? null),
  )
  const fate = fateOf(
    activity,
    differing.map(([name]) => name),
  )
  if (fate === 'being_read') return refused('being_read')
  const { id } = activity
  if (fate === 'waits') {
    await keepBeside(db, id, Object.fromEntries(differing), { personId, now })
    return done({ id })
  }
  if (differing.length > 0)
    await db
      .update(activities)
      .set({ ...wish, changedAt: now })
      .where(eq(activities.id, id))
  if (activity.publication === 'published') {
    await tellOfTerms(db, { before: activity, after: { ...activity, ...wish }, byId: personId, now })
    if (differing.some(([name]) => name === 'roles')) await renewPositions(db, { ...activity, ...wish }, now)
    await changed(db, 'activities')
  }
  return done({ id })
}

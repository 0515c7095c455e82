import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { activities, schedules } from '../../../../../drizzle/schema'
import { inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { changed } from '../../../../tenancy/freshness'
import { writeDates } from '../../../schedules/commands'
import { datesUntil, horizonFrom, limits, mostInAWeek, type Timing } from '../../../schedules/rules'
import { holdActivity, type Organised } from '../../organisers/queries'
import { timingsOf } from '../../own/queries'
import { knownFrom, most } from '../rules'

type City = { id: string }
type Act = { personId: string; now: Date }

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

/** Those of whom the city knows nothing offer two dates a week at most; nobody offers what is over. */
function timingRefusalFor({ trust }: Organised, timing: Timing, others: Timing[], now: Date) {
  const until = horizonFrom(now)
  const dates = datesUntil(timing, until)
  if (dates.length > 0 && dates.every(({ endsAt }) => endsAt <= now)) return 'already_past'
  if (trust >= knownFrom) return null
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

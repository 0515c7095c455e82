import 'server-only'
import { and, eq, gte, ne, sql } from 'drizzle-orm'
import { occurrences, schedules } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { record } from '../../journal/commands'
import type { Happening } from '../../journal/rules'
import { done, type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { holdActivity, type Organised } from '../activities/organisers/queries'
import { changeRefusal, type DateRefusal, mayUndo, placeOf, type Scope } from './rules'

type City = { id: string }
export type Act = { dateId: string; personId: string; now: Date }
export type HeldDate = typeof occurrences.$inferSelect
type Result = Promise<Outcome<{ activityId: string }, DateRefusal>>

/** A date held still with its activity, for who may organise it. */
export async function holdDate(db: Db, { dateId, personId }: Act) {
  const [asked] = await db
    .select({ activityId: occurrences.activityId })
    .from(occurrences)
    .where(eq(occurrences.id, dateId))
  const activity = asked ? await holdActivity(db, asked.activityId, personId) : null
  if (!activity) return null
  const [date] = await db.select().from(occurrences).where(eq(occurrences.id, dateId)).for('update')
  return { activity, date: date! }
}

/** It does not take place, nor do those after it where that is asked. For a quarter of an hour this can be undone. */
export function cancelDate(tenant: City, act: Act & { scope: Scope; reason: string }): Result {
  const { scope, reason, now } = act
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    const refusal = changeRefusal(date, now)
    if (refusal) return refused(refusal)
    const off = { state: 'cancelled' as const, reason, stateChangedAt: now, settledAt: null, ...anew(now) }
    await db
      .update(occurrences)
      .set(off)
      .where(scope === 'one' ? eq(occurrences.id, date.id) : comingFrom(date))
    if (scope === 'following')
      await db.update(schedules).set({ endedAt: now }).where(eq(schedules.id, date.scheduleId))
    await changed(db, 'activities')
    return done({ activityId: activity.id })
  })
}

/** What is still to come of a series from this date on, and was not called off before. */
export function comingFrom({ scheduleId, startsAt }: HeldDate) {
  return and(
    eq(occurrences.scheduleId, scheduleId),
    gte(occurrences.startsAt, startsAt),
    ne(occurrences.state, 'cancelled'),
  )
}

/** All that was cancelled by the same gesture takes place again. */
export function undoCancel(tenant: City, act: Act): Result {
  const { now } = act
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    if (!mayUndo(date, now)) return refused('too_late_to_undo')
    const together = and(
      eq(occurrences.scheduleId, date.scheduleId),
      eq(occurrences.state, 'cancelled'),
      eq(occurrences.stateChangedAt, date.stateChangedAt!),
    )
    const state = sql`case when is_overridden then 'rescheduled' else 'scheduled' end`
    await db
      .update(occurrences)
      .set({ state, reason: null, stateChangedAt: now, ...anew(now) })
      .where(together)
    await db
      .update(schedules)
      .set({ endedAt: null })
      .where(and(eq(schedules.id, date.scheduleId), eq(schedules.endedAt, date.stateChangedAt!)))
    await changed(db, 'activities')
    return done({ activityId: activity.id })
  })
}

/** It will take place, nobody knows yet when. */
export function postponeDate(tenant: City, act: Act & { reason: string }): Result {
  const { reason, now } = act
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = changeRefusal(held.date, now)
    if (refusal) return refused(refusal)
    const later = {
      state: 'postponed' as const,
      reason,
      stateChangedAt: now,
      isOverridden: true,
      ...anew(now),
    }
    await db.update(occurrences).set(later).where(eq(occurrences.id, held.date.id))
    await note(db, 'date_postponed', held, act, { reason, text: reason })
    return done({ activityId: held.activity.id })
  })
}

/** It takes place at its hour, but from afar. */
export function moveOnline(tenant: City, act: Act & { onlineUrl: string; reason: string | null }): Result {
  const { onlineUrl, reason, now } = act
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = changeRefusal(held.date, now)
    if (refusal) return refused(refusal)
    const online = {
      state: 'moved_online' as const,
      onlineUrl,
      reason,
      stateChangedAt: now,
      isOverridden: true,
    }
    await db
      .update(occurrences)
      .set({ ...online, ...anew(now) })
      .where(eq(occurrences.id, held.date.id))
    await note(db, 'date_moved_online', held, act, { reason, text: reason })
    return done({ activityId: held.activity.id })
  })
}

/** Calendars that have it already take it again. */
export const anew = (now: Date) => ({ sequence: sql`sequence + 1`, changedAt: now })

/** Written down for everyone, and for those who are registered to be told. */
export async function note(
  db: Db,
  kind: Happening,
  { activity, date }: { activity: Omit<Organised, 'trust' | 'by'>; date: HeldDate },
  { personId, now }: { personId: string | null; now: Date },
  said: Record<string, unknown>,
): Promise<void> {
  const { id: activityId, title, slug } = activity
  const detail = { activityId, title, path: `/activites/${slug ?? activityId}`, on: 'agir', zone: date.zone }
  const when = { from: date.startsAt, startsTime: date.startsAt, place: placeOf(date, activity) }
  const by = { byId: personId, byRole: 'author', visibility: 'public', at: now } as const
  await record(db, { kind, aboutId: date.id, ...by, detail: { ...detail, ...when, ...said } })
  await changed(db, 'activities')
}

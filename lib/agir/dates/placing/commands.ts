import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { activityRevisions, occurrences } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { fateOf } from '../../activities/answers/rules'
import { keepBeside } from '../../activities/answers/waiting/commands'
import type { Organised } from '../../activities/organisers/queries'
import { type Act, anew, type HeldDate, holdDate, note } from '../commands'
import { changeRefusal, type DateRefusal } from '../rules'
import {
  type DatePlace,
  hasOwnPlace,
  isHeldElsewhere,
  isSamePlace,
  placesIn,
  type PlacesWished,
  type PlaceWish,
} from './rules'

type Placing = Act & { place: DatePlace; reason: string | null }
type Result = Promise<Outcome<{ activityId: string; waits: boolean }, DateRefusal>>

/** Another place for one date alone, or its activity's again. Words that nobody read wait, as those of an activity do. */
export function placeDate(tenant: { id: string }, { place, reason, ...act }: Placing): Result {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held || held.activity.attendance === 'online') return refused('not_there')
    const { activity, date } = held
    const closed = changeRefusal(date, act.now)
    if (closed) return refused(closed)
    const wished = await placesWaiting(db, activity.id)
    const isKnown = !hasOwnPlace(place) && !wished[date.id]
    if (!wished[date.id] && date.state !== 'moved_online' && isSamePlace(date, place))
      return refused('same_place')
    const fate = isKnown ? 'kept' : fateOf(activity, ['placeLabel'])
    if (fate === 'being_read') return refused('being_read')
    const wish = { ...place, reason }
    if (fate === 'waits')
      await keepBeside(db, activity.id, { datePlaces: { ...wished, [date.id]: wish } }, act)
    else await hold(db, held, wish, act)
    return done({ activityId: activity.id, waits: fate === 'waits' })
  })
}

async function placesWaiting(db: Db, activityId: string): Promise<PlacesWished> {
  const waiting = and(eq(activityRevisions.activityId, activityId), eq(activityRevisions.state, 'waiting'))
  const [found] = await db.select({ wish: activityRevisions.wish }).from(activityRevisions).where(waiting)
  return placesIn(found?.wish)
}

/** What waited and has been read now holds, for the dates that can still be changed. */
export async function holdWhereWished(
  db: Db,
  activity: Omit<Organised, 'trust' | 'by'>,
  wish: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const wished = placesIn(wish)
  const ids = Object.keys(wished)
  if (ids.length === 0) return
  const own = and(eq(occurrences.activityId, activity.id), inArray(occurrences.id, ids))
  const dates = await db.select().from(occurrences).where(own).orderBy(occurrences.id).for('update')
  for (const date of dates)
    if (changeRefusal(date, now) === null)
      await hold(db, { activity, date }, wished[date.id]!, { personId: null, now })
}

type Here = { activity: Omit<Organised, 'trust' | 'by'>; date: HeldDate }

/** Whoever was to join it from afar goes there again. */
async function hold(
  db: Db,
  { activity, date }: Here,
  { reason, ...place }: PlaceWish,
  by: { personId: string | null; now: Date },
): Promise<void> {
  const there = date.startsLocal === date.originalLocal ? ('scheduled' as const) : ('rescheduled' as const)
  const isBack = date.state === 'moved_online'
  const held = {
    ...{ ...place, latitude: null, longitude: null, reason: reason ?? (isBack ? null : date.reason) },
    ...(isBack && { state: there, onlineUrl: null, stateChangedAt: by.now }),
  }
  await db
    .update(occurrences)
    .set({ ...held, ...anew(by.now) })
    .where(eq(occurrences.id, date.id))
  const after = { ...date, ...held }
  const { placeLabel, address } = hasOwnPlace(after) ? after : activity
  const said = { text: reason, reason, isMaterial: isHeldElsewhere(date, after, activity) }
  const where = [placeLabel, address].filter(Boolean).join(', ') || 'none'
  await note(db, 'date_place_changed', { activity, date: after }, by, { ...said, place: where })
}

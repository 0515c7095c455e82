import 'server-only'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { occurrences, registrations } from '../../../../drizzle/schema'
import type { activities } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import { activeStates } from '../../registrations/rules'
import { anew } from '../commands'
import { placeOf } from '../rules'
import { mattersOf } from './rules'

type Activity = typeof activities.$inferSelect
type Change = { before: Activity; after: Activity; byId: string | null; now: Date }

/** Those registered for what is to come hear where it is now, or what it costs and asks; calendars take the place anew. */
export async function tellOfTerms(db: Db, { before, after, byId, now }: Change): Promise<void> {
  if (after.publication !== 'published') return
  for (const kind of mattersOf(before, after)) {
    const isPlace = kind === 'activity_place_changed'
    const dates = await comingOf(db, after.id, { isPlace, now })
    if (dates.length === 0) continue
    if (isPlace) await takeAnew(db, dates, now)
    const awaited = await awaitedAt(db, dates)
    if (awaited.length === 0) continue
    const { id, title, slug } = after
    const place = placeOf({ state: 'scheduled', placeLabel: null, address: null }, after)
    const about = { title, path: `/activites/${slug ?? id}`, on: 'agir', place, registrations: awaited }
    const by = { byId, byRole: 'author', visibility: 'internal', at: now } as const
    await record(db, { kind, aboutId: id, ...by, detail: about })
  }
}

/** Dates that follow their activity: one that has a place of its own, or none, does not move with it. */
function comingOf(db: Db, activityId: string, { isPlace, now }: { isPlace: boolean; now: Date }) {
  const { id, startsAt, state, placeLabel, address } = occurrences
  const follows = and(isNull(placeLabel), isNull(address), inArray(state, ['scheduled', 'rescheduled']))
  const isOn = inArray(state, ['scheduled', 'rescheduled', 'moved_online'])
  return db
    .select({ id })
    .from(occurrences)
    .where(and(eq(occurrences.activityId, activityId), gt(startsAt, now), isPlace ? follows : isOn))
}

async function awaitedAt(db: Db, dates: { id: string }[]): Promise<string[]> {
  const there = inArray(registrations.occurrenceId, idsOf(dates))
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(there, inArray(registrations.state, [...activeStates])))
  return rows.map(({ id }) => id)
}

async function takeAnew(db: Db, dates: { id: string }[], now: Date): Promise<void> {
  await db
    .update(occurrences)
    .set(anew(now))
    .where(inArray(occurrences.id, idsOf(dates)))
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

import 'server-only'
import { and, eq } from 'drizzle-orm'
import { positions, registrations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { holdActivity } from '../../activities/organisers/queries'
import { holdDate } from '../../dates/commands'
import { moveRegistration, setSeats } from '../commands'
import type { MoveRefusal } from '../rules'
import type { Answer, SeatRefusal } from './rules'

type City = { id: string }
type Place = { activityId: string; dateId: string }
type Answering = { registrationId: string; personId: string; act: Answer; reason?: string; now: Date }

/** Whoever organises answers somebody who asks to come. To everybody else the request is not there. */
export function answerRequest(
  tenant: City,
  { registrationId, personId, act, reason, now }: Answering,
): Promise<Outcome<Place, MoveRefusal>> {
  return inTenant(tenant, async (db) => {
    const [asked] = await db
      .select({ activityId: registrations.activityId, dateId: registrations.occurrenceId })
      .from(registrations)
      .where(eq(registrations.id, registrationId))
    const activity = asked ? await holdActivity(db, asked.activityId, personId) : null
    if (!asked || !activity) return refused('not_there')
    const outcome = await moveRegistration(db, { registrationId, act, by: 'organiser', reason, now })
    return outcome.ok ? done(asked) : outcome
  })
}

type Seats = {
  dateId: string
  positionId: string
  capacity: number | null
  hasWaitlist: boolean
  personId: string
  now: Date
}

/** Whoever organises says how many may come from now on. Those who have a seat keep it. */
export function changeSeats(
  tenant: City,
  { positionId, capacity, hasWaitlist, ...act }: Seats,
): Promise<Outcome<Place, SeatRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    if (date.state === 'cancelled') return refused('cancelled')
    if (date.state !== 'postponed' && date.startsAt <= act.now) return refused('over')
    const [position] = await db
      .select({ kept: positions.newcomerSeats })
      .from(positions)
      .where(and(eq(positions.id, positionId), eq(positions.occurrenceId, date.id)))
    if (!position) return refused('not_there')
    const newcomerSeats = Math.min(position.kept, capacity ?? position.kept)
    const outcome = await setSeats(db, { positionId, capacity, newcomerSeats, hasWaitlist, now: act.now })
    if (!outcome.ok) return outcome
    await changed(db, 'activities')
    return done({ activityId: activity.id, dateId: date.id })
  })
}

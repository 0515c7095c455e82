import 'server-only'
import { and, asc, between, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import {
  activities,
  occurrences,
  people,
  registrations,
  schedules,
  standingRegistrations,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { countsMoved } from '../../tenancy/freshness'
import { moveRegistration } from '../registrations/commands'
import { activeStates } from '../registrations/rules'
import { mostStanding, type StandingRefusal, standingRefusals, takesStanding } from './rules'

type City = { id: string }
type Wish = {
  scheduleId: string
  personId: string
  party: number
  until: string | null
  today: string
  now: Date
}
type Taken = Outcome<{ id: string; count: number }, StandingRefusal>
const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`

/** Somebody comes every time from now on. Where no date can be had at all, nothing is kept. */
export async function comeEveryTime(tenant: City, wish: Wish): Promise<Taken> {
  const outcome = await inTenant(tenant, (db) => takeStanding(db, wish))
  if (outcome.ok) countsMoved(tenant.id)
  return outcome
}

async function takeStanding(
  db: Db,
  { scheduleId, personId, party, until, today, now }: Wish,
): Promise<Taken> {
  const [series] = await db
    .select({ schedule: schedules, activity: activities })
    .from(schedules)
    .innerJoin(activities, eq(activities.id, schedules.activityId))
    .where(eq(schedules.id, scheduleId))
  if (!series) return refused('not_there')
  if (!takesStanding({ ...series.activity, ...series.schedule })) return refused('no_series')
  if (until !== null && until < today) return refused('days_in_order')
  await db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
  const mine = and(eq(standingRegistrations.personId, personId), isNull(standingRegistrations.endedAt))
  if ((await db.$count(standingRegistrations, mine)) >= mostStanding) return refused('too_many_standing')
  const of = { activityId: series.activity.id, scheduleId, personId, partySize: party }
  const [made] = await db
    .insert(standingRegistrations)
    .values({ ...of, fromOn: today, untilOn: until, at: now })
    .onConflictDoNothing()
    .returning({ id: standingRegistrations.id })
  if (!made) return refused('already')
  const judged = await db.execute<{ verdict: string }>(
    sql`select verdict from app.take_standing(${made.id}::uuid, ${instant(now)})`,
  )
  const count = judged.filter(({ verdict }) => verdict === 'done').length
  if (count > 0 || judged.length === 0) return done({ id: made.id, count })
  await db.delete(standingRegistrations).where(eq(standingRegistrations.id, made.id))
  return refused(standingRefusals.find((one) => one === judged[0]!.verdict) ?? 'no_series')
}

type Own = { standingId: string; personId: string; now: Date }

/** They come every time no more: what is still ahead is given back, what is behind stays. */
export function stopComing(
  tenant: City,
  { standingId, personId, now }: Own,
): Promise<Outcome<undefined, StandingRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdOwn(db, standingId, personId))) return refused('not_there')
    await db
      .update(standingRegistrations)
      .set({ endedAt: now })
      .where(eq(standingRegistrations.id, standingId))
    await giveBack(db, standingId, now)
    return done(undefined)
  })
}

/** They are away between two days: those dates are given back and not taken again. */
export function stayAway(
  tenant: City,
  { standingId, personId, from, until, now }: Own & { from: string; until: string },
): Promise<Outcome<undefined, StandingRefusal>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdOwn(db, standingId, personId))) return refused('not_there')
    if (from > until) return refused('days_in_order')
    await db
      .update(standingRegistrations)
      .set({ awayFrom: from, awayUntil: until })
      .where(eq(standingRegistrations.id, standingId))
    await giveBack(db, standingId, now, { from, until })
    return done(undefined)
  })
}

async function holdOwn(db: Db, standingId: string, personId: string): Promise<boolean> {
  const own = and(
    eq(standingRegistrations.id, standingId),
    eq(standingRegistrations.personId, personId),
    isNull(standingRegistrations.endedAt),
  )
  const held = await db
    .select({ id: standingRegistrations.id })
    .from(standingRegistrations)
    .where(own)
    .for('update')
  return held.length > 0
}

/** Dates in the order of their ids, as everything that moves a seat. */
async function giveBack(
  db: Db,
  standingId: string,
  now: Date,
  days?: { from: string; until: string },
): Promise<void> {
  const held = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .where(
      and(
        eq(registrations.standingId, standingId),
        inArray(registrations.state, activeStates),
        gt(occurrences.startsAt, now),
        days && between(sql`${occurrences.startsLocal}::date::text`, days.from, days.until),
      ),
    )
    .orderBy(asc(registrations.occurrenceId))
  for (const { id } of held)
    await moveRegistration(db, { registrationId: id, act: 'cancel', by: 'participant', now })
}

/** Whoever deletes their account comes no more; their places are given back with all the others. */
export async function leaveStanding(db: Db, personId: string, now: Date): Promise<void> {
  const own = eq(standingRegistrations.personId, personId)
  await db
    .update(standingRegistrations)
    .set({ endedAt: now })
    .where(and(own, isNull(standingRegistrations.endedAt)))
  await db.update(standingRegistrations).set({ personId: null }).where(own)
}

/** Registers everyone who comes every time for the dates written down since. Returns how many places that made. */
export function renewStanding(tenant: City, now: Date): Promise<number> {
  return inTenant(tenant, async (db) => {
    const [made] = await db.execute<{ count: number }>(
      sql`select app.renew_standing(${instant(now)}) as count`,
    )
    return made!.count
  })
}

import 'server-only'
import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import {
  activities,
  occurrences,
  organisations,
  people,
  positions,
  registrations,
  sessions,
} from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { codeOf } from '../attendance/queries'
import { activeStates, toldState } from './rules'

type City = { id: string }

/** How many wait before this one: the line is by arrival. */
const ahead = sql<number>`(select count(*)::int from ${registrations} other
  where other.position_id = ${registrations.positionId} and other.state = 'waitlisted'
    and (other.at, other.id) < (${registrations.at}, ${registrations.id}))`

/** What says whether a place that is held is sure. */
export const toldBy = {
  state: registrations.state,
  dateState: occurrences.state,
  /** Until when to say that one still comes, to a date that was put off; put off again, nobody is asked. */
  reconfirmBy:
    sql<Date | null>`case when ${occurrences.state} <> 'postponed' then ${registrations.reconfirmBy} end`.mapWith(
      registrations.reconfirmBy,
    ),
  /** What the city does not show for now, or by whom is suspended. */
  isFrozen: sql<boolean>`(${activities.moderation} = 'hidden' or exists (select from ${organisations} held
    where held.id = ${activities.organisationId} and held.state = 'suspended'))`,
}
export const withTold = <Row extends Parameters<typeof toldState>[0]>(row: Row) => ({
  ...row,
  told: toldState(row),
})

const own = {
  ...toldBy,
  id: registrations.id,
  dateId: registrations.occurrenceId,
  positionId: registrations.positionId,
  party: registrations.partySize,
  offerExpiresAt: registrations.offerExpiresAt,
  ahead,
}

/** Whether the session lives, and what its person has asked for at one activity. */
export function findOwnAt(
  tenant: City,
  session: { sessionId: string; personId: string },
  activityId: string,
) {
  return inTenant(tenant, async (db) => {
    if (!(await isAlive(db, session))) return null
    const held = await db
      .select(own)
      .from(registrations)
      .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
      .innerJoin(activities, eq(activities.id, registrations.activityId))
      .where(
        and(
          eq(registrations.activityId, activityId),
          eq(registrations.personId, session.personId),
          inArray(registrations.state, activeStates),
          gt(occurrences.endsAt, sql`now()`),
        ),
      )
      .orderBy(asc(occurrences.startsAt))
    return held.map(withTold)
  })
}

/** Whether a session is still that of its person. */
export async function isAlive(db: Db, { sessionId, personId }: { sessionId: string; personId: string }) {
  const living = and(
    eq(sessions.id, sessionId),
    eq(sessions.personId, personId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`now()`),
  )
  const [found] = await db
    .select({ id: people.id })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.deletedAt)))
    .where(living)
  return Boolean(found)
}

const shown = {
  ...own,
  activityId: registrations.activityId,
  title: activities.title,
  slug: activities.slug,
  locale: activities.locale,
  positionLabel: positions.label,
  startsAt: occurrences.startsAt,
  endsAt: occurrences.endsAt,
  zone: occurrences.zone,
  placeLabel: sql<
    string | null
  >`coalesce(${occurrences.placeLabel}, ${activities.placeLabel}, ${activities.address})`,
  attendance: activities.attendance,
  onlineUrl: sql<string | null>`coalesce(${occurrences.onlineUrl}, ${activities.onlineUrl})`,
  /** What was imported has nobody here who would read a message. */
  hasOrganiser: sql<boolean>`coalesce(${activities.organisationId}, ${activities.organiserId}) is not null`,
  /** Why it was declined. */
  reason: registrations.reason,
}
export type OwnRegistration = Awaited<ReturnType<typeof listOwnOf>>['coming'][number]
const mostShown = 500

/** What a person asked for from now on, the soonest first, with what was declined, and what is behind them, the last first. */
export function listOwn(tenant: City, personId: string, now: Date) {
  return inTenant(tenant, (db) => listOwnOf(db, tenant, eq(registrations.personId, personId), now))
}

export async function listOwnOf(db: Db, tenant: City, mine: SQL, now: Date) {
  const toCome = or(gte(occurrences.endsAt, now), eq(occurrences.state, 'postponed'))
  const coming = await rows(db)
    .where(and(mine, toCome, inArray(registrations.state, [...activeStates, 'declined'])))
    .orderBy(asc(occurrences.startsAt), asc(registrations.id))
    .limit(mostShown)
  const past = await rows(db)
    .where(
      and(
        ...[mine, lt(occurrences.endsAt, now), ne(occurrences.state, 'postponed')],
        notInArray(registrations.state, ['cancelled', 'declined', 'lapsed', 'waitlisted', 'offered']),
      ),
    )
    .orderBy(desc(occurrences.startsAt), asc(registrations.id))
    .limit(30)
  const whole = (row: (typeof coming)[number]) => ({ ...withTold(row), code: codeOf(tenant, row.id) })
  return { coming: coming.map(whole), past: past.map(whole) }
}

function rows(db: Db) {
  return db
    .select(shown)
    .from(registrations)
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .innerJoin(activities, eq(activities.id, registrations.activityId))
    .innerJoin(positions, eq(positions.id, registrations.positionId))
    .$dynamic()
}

/** Where whoever registers at a date was reading. */
export function findWayBack(tenant: City, occurrenceId: string): Promise<string | null> {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ slug: activities.slug })
      .from(occurrences)
      .innerJoin(activities, eq(activities.id, occurrences.activityId))
      .where(eq(occurrences.id, occurrenceId))
    return found?.slug ?? null
  })
}

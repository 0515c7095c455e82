import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { occurrences, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { moveRegistration } from '../commands'
import { readLink } from '../links/queries'
import { activeStates, type ConsentScope, type MoveRefusal } from '../rules'

type City = { id: string }
type Answer = Outcome<undefined, MoveRefusal>
type Asked = { token: string; now: Date }

/** A guardian agrees that a minor comes: once, in time, to this date or to every date of the activity for a year. */
export function giveConsent(
  tenant: City,
  { token, scope, now }: Asked & { scope: ConsentScope },
): Promise<Answer> {
  return answer(tenant, token, (db, registrationId) =>
    moveRegistration(db, { registrationId, act: 'consent', by: 'guardian', reason: scope, now }),
  )
}

/** A guardian does not agree: the seat is free again. */
export function refuseConsent(tenant: City, { token, now }: Asked): Promise<Answer> {
  return answer(tenant, token, (db, registrationId) =>
    moveRegistration(db, { registrationId, act: 'refuse', by: 'guardian', now }),
  )
}

/** A guardian goes back on it. Whatever rested on this agreement ends with it. */
export function withdrawConsent(tenant: City, { token, now }: Asked): Promise<Answer> {
  return answer(tenant, token, async (db, registrationId) => {
    const [given] = await db
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, registrationId), isNotNull(registrations.consentedAt)))
    if (!given) return refused('not_there')
    const ended = await moveRegistration(db, { registrationId, act: 'cancel', by: 'guardian', now })
    if (!ended.ok) return ended
    for (const id of given.consentScope === 'activity' ? await restingOn(db, given, now) : [])
      await moveRegistration(db, { registrationId: id, act: 'cancel', by: 'guardian', now })
    return ended
  })
}

/** What the same minor is registered for at the same activity, still to come. */
async function restingOn(
  db: Db,
  { activityId, personId, guestKey }: typeof registrations.$inferSelect,
  now: Date,
): Promise<string[]> {
  const same = personId
    ? eq(registrations.personId, personId)
    : sql`${registrations.guestKey} = ${guestKey ?? ''}`
  const others = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(
      occurrences,
      and(eq(occurrences.id, registrations.occurrenceId), gt(occurrences.startsAt, now)),
    )
    .where(and(eq(registrations.activityId, activityId), same, inArray(registrations.state, activeStates)))
    .orderBy(asc(occurrences.id))
  return others.map(({ id }) => id)
}

async function answer(
  tenant: City,
  token: string,
  move: (db: Db, registrationId: string) => ReturnType<typeof moveRegistration>,
): Promise<Answer> {
  const registrationId = readLink(tenant, 'guardian', token)
  if (!registrationId) return refused('not_there')
  return inTenant(tenant, async (db) => {
    const isAsked = and(eq(registrations.id, registrationId), isNotNull(registrations.guardianSealed))
    if ((await db.$count(registrations, isAsked)) === 0) return refused('not_there')
    const outcome = await move(db, registrationId)
    return outcome.ok ? done(undefined) : outcome
  })
}

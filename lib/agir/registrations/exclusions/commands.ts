import 'server-only'
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { activities, exclusions, occurrences, people, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { holdActivity, type Organised } from '../../activities/organisers/queries'
import { moveRegistration } from '../commands'
import { guestKeyOf } from '../links/queries'
import { activeStates } from '../rules'

type City = { id: string }
type Place = { activityId: string; dateId: string }
type Excluding = { registrationId: string; personId: string; reason: string; now: Date }
export type ExclusionRefusal = 'not_there' | 'oneself'

/**
 * Whoever organises does not want somebody at what they organise any more, under their account or their address. All that
 * they were registered for there ends, and they are told once, with the reason.
 */
export function excludeRegistrant(
  tenant: City,
  { registrationId, personId, reason, now }: Excluding,
): Promise<Outcome<Place, ExclusionRefusal>> {
  return inTenant(tenant, async (db) => {
    const [asked] = await db.select().from(registrations).where(eq(registrations.id, registrationId))
    const activity = asked ? await holdActivity(db, asked.activityId, personId) : null
    if (!asked || !activity || !(asked.personId ?? asked.guestKey)) return refused('not_there')
    if (asked.personId === personId) return refused('oneself')
    const guestKey = asked.guestKey ?? (await keyOfPerson(db, tenant, asked.personId!))
    const whom = { personId: asked.personId, guestKey }
    await db.insert(exclusions).values({ activityId: activity.id, ...whom, byId: personId, at: now })
    const ended = []
    for (const id of await heldBy(db, activity, whom, now)) {
      const outcome = await moveRegistration(db, {
        registrationId: id,
        act: 'exclude',
        by: 'organiser',
        reason,
        now,
      })
      if (outcome.ok) ended.push(id)
    }
    const told = { title: activity.title, path: '/activites', on: 'agir', text: reason }
    const by = { byId: null, byRole: 'author', visibility: 'internal', at: now } as const
    const detail = { ...told, registrations: ended.length > 0 ? ended : [registrationId] }
    await record(db, { kind: 'registration_excluded', aboutId: asked.occurrenceId, ...by, detail })
    return done({ activityId: activity.id, dateId: asked.occurrenceId })
  })
}

async function keyOfPerson(db: Db, tenant: City, personId: string): Promise<string | null> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
  return person?.email ? guestKeyOf(tenant, person.email) : null
}

type Whom = { personId: string | null; guestKey: string | null }

/** What somebody is registered for with the same organiser, still to come, in the order in which dates are locked. */
async function heldBy(
  db: Db,
  activity: Organised,
  { personId, guestKey }: Whom,
  now: Date,
): Promise<string[]> {
  const theirs = or(
    personId ? eq(registrations.personId, personId) : undefined,
    guestKey ? eq(registrations.guestKey, guestKey) : undefined,
  )
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(activities, and(eq(activities.id, registrations.activityId), sameOrganiser(activity)))
    .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
    .where(
      and(
        theirs,
        inArray(registrations.state, activeStates),
        or(gt(occurrences.startsAt, now), eq(occurrences.state, 'postponed')),
      ),
    )
    .orderBy(asc(occurrences.id))
  return rows.map(({ id }) => id)
}

function sameOrganiser({ id, organisationId, organiserId }: Organised): SQL {
  if (organisationId) return eq(activities.organisationId, organisationId)
  const alone = and(isNull(activities.organisationId), sql`${activities.organiserId} = ${organiserId}`)
  return or(eq(activities.id, id), alone)!
}

type Lifting = { activityId: string; exclusionId: string; personId: string; now: Date }

/** They may come again. */
export function liftExclusion(
  tenant: City,
  { activityId, exclusionId, personId, now }: Lifting,
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    if (!(await holdActivity(db, activityId, personId))) return refused('not_there')
    const one = and(
      eq(exclusions.id, exclusionId),
      eq(exclusions.activityId, activityId),
      isNull(exclusions.liftedAt),
    )
    const lifted = await db.update(exclusions).set({ liftedAt: now }).where(one).returning()
    return lifted.length > 0 ? done(undefined) : refused('not_there')
  })
}

import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { initiativePeople, initiatives } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { addTask } from '../../../moderation/tasks/commands'
import { findSubject } from '../../../moderation/subjects/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { countKeepers, holdInitiative } from '../keepers/queries'
import type { InitiativeRefusal } from '../rules'

type City = { id: string }
type Act = { initiativeId: string; personId: string; now: Date }
type Result = Promise<Outcome<undefined, InitiativeRefusal>>
const daysToFindAnother = 14

/** Somebody takes part: they are counted on its page, and named to nobody but those who keep it. */
export function takePart(tenant: City, { initiativeId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const [one] = await db
      .select({ state: initiatives.state })
      .from(initiatives)
      .where(eq(initiatives.id, initiativeId))
      .for('no key update')
    if (one?.state !== 'active') return refused('not_there')
    const joined = await db
      .insert(initiativePeople)
      .values({ initiativeId, personId, role: 'participant', at: now })
      .onConflictDoNothing()
      .returning({ id: initiativePeople.id })
    if (joined.length === 0) return refused('already_in')
    await changed(db, 'activities')
    return done(undefined)
  })
}

/** Leaves it, unless nobody would keep it any more. */
export function leaveInitiative(tenant: City, { initiativeId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    await db.select().from(initiatives).where(eq(initiatives.id, initiativeId)).for('no key update')
    const own = ownPlace(initiativeId, personId)
    const [place] = await db.select().from(initiativePeople).where(own)
    if (!place) return refused('not_there')
    if (place.role === 'keeper' && (await countKeepers(db, initiativeId)) === 1) return refused('last_keeper')
    await db.update(initiativePeople).set({ endedAt: now }).where(own)
    await changed(db, 'activities')
    return done(undefined)
  })
}

const ownPlace = (initiativeId: string, personId: string) =>
  and(
    eq(initiativePeople.initiativeId, initiativeId),
    eq(initiativePeople.personId, personId),
    isNull(initiativePeople.endedAt),
  )

/** One of those who take part keeps it from now on, as those who already do. */
export function shareKeeping(
  tenant: City,
  { initiativeId, personId, placeId, now }: Act & { placeId: string },
): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (!one || one.organisationId) return refused('not_there')
    const place = and(
      eq(initiativePeople.id, placeId),
      eq(initiativePeople.initiativeId, initiativeId),
      isNull(initiativePeople.endedAt),
    )
    const shared = await db
      .update(initiativePeople)
      .set({ role: 'keeper', at: now })
      .where(place)
      .returning({ id: initiativePeople.id })
    if (shared.length === 0) return refused('not_there')
    await changed(db, 'activities')
    return done(undefined)
  })
}

/** Whoever deletes their account leaves them all. One that nobody keeps any more stays: somebody of the city looks for another. */
export async function letGoOfInitiatives(db: Db, personId: string, now: Date): Promise<void> {
  const left = await db
    .update(initiativePeople)
    .set({ endedAt: now })
    .where(and(eq(initiativePeople.personId, personId), isNull(initiativePeople.endedAt)))
    .returning({ initiativeId: initiativePeople.initiativeId, role: initiativePeople.role })
  await db.update(initiatives).set({ createdById: null }).where(eq(initiatives.createdById, personId))
  for (const { initiativeId, role } of left)
    if (role === 'keeper' && (await countKeepers(db, initiativeId)) === 0)
      await leaveToTheCity(db, initiativeId, now)
  if (left.length > 0) await changed(db, 'activities')
}

async function leaveToTheCity(db: Db, initiativeId: string, now: Date): Promise<void> {
  const drafted = and(eq(initiatives.id, initiativeId), eq(initiatives.state, 'draft'))
  if ((await db.$count(initiatives, drafted)) > 0) {
    await db.delete(initiativePeople).where(eq(initiativePeople.initiativeId, initiativeId))
    await db.delete(initiatives).where(drafted)
    return
  }
  const subject = await findSubject(db, 'initiative', initiativeId)
  if (!subject || subject.standing === 'gone') return
  const dueAt = new Date(now.getTime() + daysToFindAnother * 86_400_000)
  await addTask(db, subject, { kind: 'own_initiative', dueAt, matter: { left: 'owner' }, now })
}

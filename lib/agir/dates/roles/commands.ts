import 'server-only'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { guestRequests, occurrences, positions, registrations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { trustedFrom } from '../../activities/answers/rules'
import { setSeats } from '../../registrations/commands'
import { activeStates } from '../../registrations/rules'
import { type Act, holdDate } from '../commands'
import { changeRefusal, type DateRefusal } from '../rules'
import { type DateRole, type HeldRole, leftOut, rolesRefusal } from './rules'

type Held = NonNullable<Awaited<ReturnType<typeof holdDate>>>
type Place = { activityId: string; dateId: string }

/**
 * What there is to do on one date, said for it alone: what its activity says later leaves it as it is. Whoever registered keeps
 * their place, and hears of what it is called now.
 */
export function changeRoles(
  tenant: { id: string },
  { roles, ...act }: Act & { roles: DateRole[] },
): Promise<Outcome<Place, DateRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const { activity, date } = held
    const closed = changeRefusal(date, act.now)
    if (closed) return refused(closed)
    const before = await rolesOf(db, date.id)
    const words = { read: activity.roles.map(({ label }) => label), isTrusted: activity.trust >= trustedFrom }
    const refusal = rolesRefusal(before, roles, words)
    if (refusal) return refused(refusal)
    const gone = leftOut(before, roles).map(({ id }) => id)
    if (gone.length > 0) await db.delete(positions).where(inArray(positions.id, gone))
    for (const [rank, role] of roles.entries()) {
      const was = before.find(({ id }) => id === role.positionId)
      if (was) await renew(db, held, { was, role, rank }, act)
      else await add(db, held, { role, rank })
    }
    await db.update(occurrences).set({ hasOwnRoles: true }).where(eq(occurrences.id, date.id))
    await changed(db, 'activities')
    return done({ activityId: activity.id, dateId: date.id })
  })
}

type HeldHere = HeldRole & { newcomerSeats: number; hasWaitlist: boolean }

function rolesOf(db: Db, dateId: string): Promise<HeldHere[]> {
  const isAsked = sql<boolean>`exists (select from ${registrations} r where r.position_id = positions.id)
    or exists (select from ${guestRequests} g where g.position_id = positions.id)`
  const { id, label, skills, capacity, newcomerSeats, hasWaitlist } = positions
  return db
    .select({ id, label, skills, capacity, newcomerSeats, hasWaitlist, isAsked })
    .from(positions)
    .where(eq(positions.occurrenceId, dateId))
    .orderBy(asc(positions.rank), asc(positions.id))
}

type Wished = { role: DateRole; rank: number }

const written = ({ label, skill }: DateRole) => ({ label: label || null, skills: skill ? [skill] : [] })

async function renew(
  db: Db,
  held: Held,
  { was, role, rank }: Wished & { was: HeldHere },
  act: Act,
): Promise<void> {
  const { id: positionId, hasWaitlist } = was
  const { capacity } = role
  await db
    .update(positions)
    .set({ ...written(role), rank })
    .where(eq(positions.id, positionId))
  const newcomerSeats = Math.min(was.newcomerSeats, capacity ?? was.newcomerSeats)
  if (capacity !== was.capacity)
    await setSeats(db, { positionId, capacity, newcomerSeats, hasWaitlist, now: act.now })
  if (role.label && role.label !== was.label) await tellThose(db, held, { positionId, role }, act)
}

async function add(db: Db, { activity, date }: Held, { role, rank }: Wished): Promise<void> {
  const { id: activityId, hasWaitlist, minAge } = activity
  const { capacity } = role
  const of = { activityId, occurrenceId: date.id, hasWaitlist, minAge }
  await db.insert(positions).values({ ...of, ...written(role), rank, capacity })
}

/** Those who chose it hear what it is called now. */
async function tellThose(
  db: Db,
  { activity, date }: Held,
  { positionId, role }: { positionId: string; role: DateRole },
  { personId, now }: Act,
): Promise<void> {
  const rows = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.positionId, positionId), inArray(registrations.state, [...activeStates])))
  if (rows.length === 0) return
  const { title, slug, id } = activity
  const about = { title, path: `/activites/${slug ?? id}`, on: 'agir', text: role.label }
  const when = { startsTime: date.startsAt, zone: date.zone }
  const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
  const detail = { ...about, ...when, registrations: rows.map((row) => row.id) }
  await record(db, { kind: 'date_role_changed', aboutId: date.id, ...by, detail })
}

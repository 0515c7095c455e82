import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { hourEntries, registrations } from '@/drizzle/schema'
import { markAttendance } from '@/lib/agir/attendance/commands'
import type { MarkedState } from '@/lib/agir/attendance/rules'
import { inTenant } from '@/lib/db'
import { aMember, anOrganisation } from './agir'
import { aPerson, aSession, paris } from './factories'
import { aDateToJoin, idIn, join, later } from './seats'

/** The date of these tests begins a week after `now`, and lasts two hours. */
export const begins = 7 * 24
export const atTheDoor = later(begins - 0.5)
export const afterwards = later(begins + 3)

/** A mission of an organisation, with whoever welcomes at its door. */
export async function aDoor(seats: Parameters<typeof aDateToJoin>[0] = {}, rules = {}) {
  const organisation = await anOrganisation(paris)
  const welcomesId = await aPerson(paris)
  await aMember(paris, organisation.id, welcomesId, { role: 'coordinator' })
  const place = await aDateToJoin(seats, { organisationId: organisation.id, ...rules })
  return { ...place, organisationId: organisation.id, organisation: organisation.name, welcomesId }
}
export type Door = Awaited<ReturnType<typeof aDoor>>

/** Somebody with a place at this date. */
export async function someoneComing(door: { id: string; positionId: string }, detail = {}) {
  const personId = await aPerson(paris, detail)
  const registrationId = idIn(await join(door, await aSession(paris, personId)))
  return { personId, registrationId }
}

type Tapping = { at?: Date; tappedAt?: Date; requestId?: string; by?: string }

export async function tap(
  { id: dateId, welcomesId }: Pick<Door, 'id' | 'welcomesId'>,
  registrationId: string,
  state: MarkedState,
  { at = atTheDoor, tappedAt = at, requestId = randomUUID(), by = welcomesId }: Tapping = {},
): Promise<string> {
  const marks = [{ registrationId, state, requestId, tappedAt }]
  const outcome = await markAttendance(paris, { dateId, personId: by, marks, now: at })
  if (!outcome.ok) return outcome.refusal
  return outcome.value.marked[0]!.refusal ?? 'done'
}

export const rowOf = (id: string) =>
  inTenant(paris, async (db) => {
    const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
    return row!
  })

/** The ledger of a registration, in a word each: `auto 120`. */
export const ledgerOf = (registrationId: string) =>
  inTenant(paris, async (db) => {
    const lines = await db
      .select()
      .from(hourEntries)
      .where(eq(hourEntries.registrationId, registrationId))
      .orderBy(asc(hourEntries.nth))
    return lines.map(({ kind, minutes }) => `${kind} ${minutes}`)
  })

import 'server-only'
import { eq } from 'drizzle-orm'
import { occurrences } from '../../../drizzle/schema'
import { keyedHash } from '../../auth/sealing'
import { inTenant } from '../../db'
import { findDateList } from '../registrations/organising/queries'
import { codeFrom, isExpected } from './rules'

type City = { id: string }

/** What a registrant shows at the door. It says nothing to who does not organise the date, and is made nowhere else. */
export const codeOf = (tenant: City, registrationId: string): string =>
  codeFrom(Buffer.from(keyedHash('attendance-code', tenant.id, registrationId), 'base64url'))

/** Everybody who may stand at the door of a date, by name. Who may look is asked before. */
export async function findDoor(tenant: City, asked: Record<'activityId' | 'dateId', string>) {
  const list = await findDateList(tenant, asked)
  if (!list) return null
  const breakMinutes = await inTenant(tenant, async (db) => {
    const [date] = await db
      .select({ breakMinutes: occurrences.breakMinutes })
      .from(occurrences)
      .where(eq(occurrences.id, list.id))
    return date!.breakMinutes
  })
  const labels = new Map(list.positions.map(({ id, label }) => [id, label]))
  const rows = list.askers
    .filter(({ state }) => isExpected(state))
    .map(({ id, state, party, name, isNewcomer, positionId }) => ({
      ...{ id, state, party, name, isNewcomer },
      position: labels.get(positionId) ?? null,
      code: codeOf(tenant, id),
    }))
  return { ...list, breakMinutes, rows }
}
export type Door = NonNullable<Awaited<ReturnType<typeof findDoor>>>
export type AtTheDoor = Door['rows'][number]

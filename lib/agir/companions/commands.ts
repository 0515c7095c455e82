import 'server-only'
import { and, eq } from 'drizzle-orm'
import { occurrences, registrations, registrationShares } from '../../../drizzle/schema'
import { seal } from '../../auth/sealing'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { isYoung } from '../conversations/queries'
import { shareRefusal, type ShareRefusal } from './rules'

type City = { id: string }
type Sharing = {
  registrationId: string
  showsName: boolean
  phone: string | null
  personId: string
  now: Date
}

/** What one shows on one date, and to whom; sent again with nothing, nothing is shown any more. */
export function shareOnDate(
  tenant: City,
  { registrationId, showsName, phone, personId, now }: Sharing,
): Promise<Outcome<{ dateId: string }, ShareRefusal>> {
  return inTenant(tenant, async (db) => {
    const [place] = await db
      .select({
        state: registrations.state,
        activityId: registrations.activityId,
        dateId: registrations.occurrenceId,
        endsAt: occurrences.endsAt,
      })
      .from(registrations)
      .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
      .where(and(eq(registrations.id, registrationId), eq(registrations.personId, personId)))
      .for('no key update', { of: registrations })
    if (!place) return refused('not_there')
    const isMinor = await isYoung(db, { personId, activityId: place.activityId })
    const refusal = shareRefusal({ ...place, isMinor, showsAnything: showsName || phone !== null }, now)
    if (refusal) return refused(refusal)
    const phoneSealed = phone && seal('registration-phone', tenant.id, Buffer.from(phone))
    const shown = { showsName, phoneSealed, changedAt: now }
    await db
      .insert(registrationShares)
      .values({ registrationId, ...shown })
      .onConflictDoUpdate({
        target: [registrationShares.tenantId, registrationShares.registrationId],
        set: shown,
      })
    return done({ dateId: place.dateId })
  })
}

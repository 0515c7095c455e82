import 'server-only'
import { eq } from 'drizzle-orm'
import { consultations } from '../../../drizzle/schema'
import type { Outcome } from '../../outcome'
import { type Act, withLocked } from '../commands'
import { note } from '../history/commands'
import { cancelRefusal, type ConsultationRefusal, dayIn } from '../rules'

type City = { id: string; timeZone: string }
type Cancelling = Act & { reason: string }

/** It will not take place: in public, with the reason, and for good. */
export function cancelConsultation(
  tenant: City,
  { reason, ...act }: Cancelling,
): Promise<Outcome<undefined, ConsultationRefusal>> {
  const { id, person, now } = act
  const cancelledOn = dayIn(tenant.timeZone, now)
  return withLocked(tenant, act, async (db, row) => {
    const refusal = cancelRefusal(row, cancelledOn)
    if (refusal) return refusal
    const sequence = row.sequence + 1
    await db
      .update(consultations)
      .set({ cancelledOn, cancelReason: reason, sequence, changedAt: now })
      .where(eq(consultations.id, id))
    await note(db, 'consultation_cancelled', row, { byId: person.id, now, detail: { text: reason } })
    return null
  })
}

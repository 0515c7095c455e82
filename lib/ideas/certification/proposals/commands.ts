import 'server-only'
import { eq } from 'drizzle-orm'
import { invalidations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome } from '../../../outcome'
import type { Examiner } from '../../examination/rules'
import { lockProposal } from '../commands'
import type { CertificationRefusal } from '../rules'

type City = Parameters<typeof inTenant>[0]
type Act = { id: string; reason: string; by: Examiner; now: Date }

/** Whoever proposed it, or could have confirmed it, lets it go: no voice has moved, and nothing is said in public. */
export function giveUpProposal(
  tenant: City,
  { id, reason, by, now }: Act,
): Promise<Outcome<undefined, CertificationRefusal>> {
  return inTenant(tenant, async (db) => {
    const found = await lockProposal(db, id, by)
    if (!found.ok) return found
    const { decision } = found.value
    const undone = { reversedById: by.id, reversedAt: now, reversedReason: reason }
    await db.update(invalidations).set(undone).where(eq(invalidations.id, id))
    const about = { aboutId: decision.ideaId, at: now, byId: by.id, byRole: 'admin' } as const
    const detail = { count: decision.foundCount, text: reason }
    await record(db, { kind: 'supports_proposal_given_up', ...about, visibility: 'internal', detail })
    return done(undefined)
  })
}

import 'server-only'
import { eq } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { actsAs } from '../../../people/rules'
import { certify } from '../../collection/commands'
import type { Examiner } from '../../examination/rules'
import { countWaiting } from '../proposals/queries'
import { type CertificationRefusal, earlyRefusal } from '../rules'

type City = Parameters<typeof inTenant>[0]
type Early = { ideaId: string; text: string; by: Examiner; now: Date }

/** The supports have been looked at before the days set for it are over: the right is certified without waiting. */
export function certifyEarly(
  tenant: City,
  { ideaId, text, by, now }: Early,
): Promise<Outcome<undefined, CertificationRefusal>> {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    if (!idea || idea.publication !== 'published') return refused('not_there')
    if (!actsAs(by, 'moderator', idea)) return refused('out_of_scope')
    const proposed = await countWaiting(db, ideaId)
    const refusal = earlyRefusal({ ...idea, proposed }, by.id)
    if (refusal) return refused(refusal)
    const detail = { count: idea.supportCount, text }
    await certify(db, idea, {
      byId: by.id,
      byRole: actsAs(by, 'admin', idea) ? 'admin' : 'moderator',
      now,
      detail,
    })
    return done(undefined)
  })
}

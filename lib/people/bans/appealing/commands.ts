import 'server-only'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { supportBans } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { type BanRefusal, isInForce } from '../rules'

type Appeal = { personId: string; appeal: string; now: Date }

/** Once, in their own words: a third person of the city reads it. */
export function appealBan(
  tenant: { id: string },
  { personId, appeal, now }: Appeal,
): Promise<Outcome<undefined, BanRefusal>> {
  return inTenant(tenant, async (db) => {
    const own = and(eq(supportBans.personId, personId), isNotNull(supportBans.confirmedAt))
    const [ban] = await db
      .select()
      .from(supportBans)
      .where(own)
      .orderBy(desc(supportBans.askedAt))
      .limit(1)
      .for('update')
    if (!ban || !isInForce(ban)) return refused('not_in_force')
    if (ban.appealedAt) return refused('appealed_already')
    await db.update(supportBans).set({ appeal, appealedAt: now }).where(eq(supportBans.id, ban.id))
    const about = { aboutId: personId, byId: personId, byRole: 'author', at: now } as const
    const detail = { path: '/administration/comptes' }
    await record(db, { kind: 'supports_bar_appealed', ...about, visibility: 'internal', detail })
    return done(undefined)
  })
}

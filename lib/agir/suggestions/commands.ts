import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { people } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { done, type Outcome } from '../../outcome'

/** From now on they are suggested things to do, or not any more. */
export function chooseSuggestions(
  tenant: { id: string },
  { personId, wanted, now }: { personId: string; wanted: boolean; now: Date },
): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    const own = eq(people.id, personId)
    await db
      .update(people)
      .set({ suggestedSince: wanted ? now : null })
      .where(wanted ? and(own, isNull(people.suggestedSince)) : own)
    return done(undefined)
  })
}

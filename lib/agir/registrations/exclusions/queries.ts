import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { exclusions, people } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'

/** Whom whoever organises an activity does not want there. Who may look is asked before. */
export function listExcluded(tenant: { id: string }, activityId: string) {
  return inTenant(tenant, (db) =>
    db
      .select({ id: exclusions.id, at: exclusions.at, name: people.name })
      .from(exclusions)
      .leftJoin(people, eq(people.id, exclusions.personId))
      .where(and(eq(exclusions.activityId, activityId), isNull(exclusions.liftedAt)))
      .orderBy(desc(exclusions.at)),
  )
}
export type Excluded = Awaited<ReturnType<typeof listExcluded>>[number]

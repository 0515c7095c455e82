import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { activities, memberships, organisations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'

const speaking = ['owner', 'manager', 'coordinator'] as const

/** The organisations a person may speak for now. */
export function listVoices(tenant: { id: string }, personId: string) {
  return inTenant(tenant, (db) => voicesOf(db, personId))
}

export function voicesOf(db: Db, personId: string) {
  return db
    .select({ id: organisations.id, name: organisations.name, trust: organisations.trust })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.state, 'active'),
        inArray(memberships.role, [...speaking]),
        eq(organisations.state, 'active'),
      ),
    )
    .orderBy(organisations.name)
}

export type Organised = typeof activities.$inferSelect & { trust: number }

/**
 * An activity held still for who may organise it: whoever offered it as themselves, or who speaks for its organisation.
 * Null for everybody else.
 */
export async function holdActivity(db: Db, activityId: string, personId: string): Promise<Organised | null> {
  const [activity] = await db
    .select()
    .from(activities)
    .where(eq(activities.id, activityId))
    .for('no key update')
  if (!activity) return null
  if (!activity.organisationId) return activity.organiserId === personId ? { ...activity, trust: 0 } : null
  const voice = (await voicesOf(db, personId)).find(({ id }) => id === activity.organisationId)
  return voice ? { ...activity, trust: voice.trust } : null
}

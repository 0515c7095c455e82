import 'server-only'
import { eq } from 'drizzle-orm'
import { activities } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { speaksFor } from '../../organisations/queries'
import type { OrganisationKind } from '../../organisations/rules'

/** The organisations a person may speak for now. */
export function listVoices(tenant: { id: string }, personId: string) {
  return inTenant(tenant, (db) => speaksFor(db, personId))
}

export type Organised = typeof activities.$inferSelect & { trust: number; by: OrganisationKind | null }

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
  if (!activity.organisationId)
    return activity.organiserId === personId ? { ...activity, trust: 0, by: null } : null
  const voice = (await speaksFor(db, personId)).find(({ id }) => id === activity.organisationId)
  return voice ? { ...activity, trust: voice.trust, by: voice.kind } : null
}

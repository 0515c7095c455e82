import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { grants, people } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { governs, holdRoles } from '../commands'

export type OwnerRefusal = 'nobody_known' | 'several_known' | 'already_governs'

/**
 * The operator names an owner of a city, from among those who have signed in there with this address: a city that nobody
 * governs yet cannot name anyone itself. Everyone else is named in the city.
 */
export function nameOwner(
  tenant: { id: string },
  { email, now }: { email: string; now: Date },
): Promise<Outcome<{ name: string | null }, OwnerRefusal>> {
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const known = await db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, email.trim().toLowerCase()), isNull(people.deletedAt)))
    const [person] = known
    if (!person) return refused('nobody_known')
    if (known.length > 1) return refused('several_known')
    if (await governs(db, person.id)) return refused('already_governs')
    await db.insert(grants).values({ personId: person.id, role: 'owner', startsAt: now, grantedAt: now })
    await record(db, {
      kind: 'role_changed',
      aboutId: person.id,
      byId: null,
      byRole: 'system',
      visibility: 'internal',
      at: now,
      detail: { change: 'granted', role: 'owner' },
    })
    return done({ name: person.name })
  })
}

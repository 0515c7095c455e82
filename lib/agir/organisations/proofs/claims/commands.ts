import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { memberships, organisationProofs, organisations } from '../../../../../drizzle/schema'
import { inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { countOwners } from '../../members/queries'
import type { ProofRefusal } from '../rules'

type City = { id: string }
type Claimed = { slug: string; personId: string; said: string; now: Date }

/** Somebody comes forward for a page that nobody runs, as those that came from a file: the city looks before they do. */
export function claimPage(
  tenant: City,
  { slug, personId, said, now }: Claimed,
): Promise<Outcome<undefined, ProofRefusal>> {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.slug, slug), eq(organisations.state, 'active')))
      .for('no key update')
    if (!found) return refused('not_there')
    if ((await countOwners(db, found.id)) > 0) return refused('has_owner')
    const own = and(
      eq(memberships.organisationId, found.id),
      eq(memberships.personId, personId),
      inArray(memberships.state, ['requested', 'active']),
    )
    if ((await db.$count(memberships, own)) > 0) return refused('already_asked')
    const asked = { organisationId: found.id, personId, role: 'owner', state: 'requested', at: now } as const
    await db.insert(memberships).values(asked)
    const evidence = { said, claimant: personId }
    const proof = { organisationId: found.id, method: 'document', evidence, askedById: personId } as const
    await db.insert(organisationProofs).values({ ...proof, askedAt: now })
    return done(undefined)
  })
}

import 'server-only'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { organisationProofs, organisations, people } from '../../../../../drizzle/schema'
import { type Db, inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { mayFor, roleIn } from '../../queries'
import { prove, tellOwners } from '../commands'
import { type ProofRefusal, trustBy, vouchingRefusal } from '../rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, ProofRefusal>>

/** A resident whom the city knows answers for a group, once. */
export function vouchAsResident(
  tenant: City,
  { slug, personId, now }: { slug: string; personId: string; now: Date },
): Result {
  return inTenant(tenant, async (db) => {
    const found = await holdPublic(db, slug)
    if (!found) return refused('not_there')
    const [person] = await db.select().from(people).where(eq(people.id, personId)).for('update')
    const holding = and(
      eq(organisationProofs.method, 'vouching'),
      eq(organisationProofs.askedById, personId),
      eq(organisationProofs.state, 'proven'),
      gt(organisationProofs.expiresAt, now),
    )
    const given = await db
      .select({ id: organisationProofs.organisationId })
      .from(organisationProofs)
      .where(holding)
    const refusal = vouchingRefusal({
      ...person!,
      role: await roleIn(db, found.id, personId),
      vouchedFor: given.length,
      hasVouched: given.some(({ id }) => id === found.id),
    })
    if (refusal) return refused(refusal)
    const vouched = { organisationId: found.id, method: 'vouching', evidence: { by: 'resident' } } as const
    await prove(db, { ...vouched, askedById: personId, askedAt: now, now })
    await tellOwners(db, found, 'organisation_vouched', { byId: personId, now })
    return done(undefined)
  })
}

/** One that has itself been verified answers for another. */
export function vouchAsOrganisation(
  tenant: City,
  {
    slug,
    byOrganisationId,
    personId,
    now,
  }: { slug: string; byOrganisationId: string; personId: string; now: Date },
): Result {
  return inTenant(tenant, async (db) => {
    const found = await holdPublic(db, slug)
    const [voucher] = await db.select().from(organisations).where(eq(organisations.id, byOrganisationId))
    if (!found || !voucher || !(await mayFor(db, byOrganisationId, personId, 'own')))
      return refused('not_there')
    if (await roleIn(db, found.id, personId)) return refused('own_organisation')
    if (voucher.state !== 'active' || !(await isProvenItself(db, byOrganisationId, now)))
      return refused('known_too_little')
    const given = and(
      eq(organisationProofs.organisationId, found.id),
      eq(organisationProofs.state, 'proven'),
      sql`${organisationProofs.evidence} ->> 'organisation' = ${byOrganisationId}`,
    )
    if ((await db.$count(organisationProofs, given)) > 0) return refused('already_vouched')
    const evidence = { by: 'organisation', organisation: byOrganisationId, name: voucher.name }
    const vouched = { organisationId: found.id, method: 'vouching', evidence } as const
    await prove(db, { ...vouched, askedById: personId, askedAt: now, now })
    await tellOwners(db, found, 'organisation_vouched', { byId: personId, now })
    return done(undefined)
  })
}

/** Those whom others answer for do not answer for others: a chain would hold nothing. */
async function isProvenItself(db: Db, organisationId: string, now: Date): Promise<boolean> {
  const proofs = await db
    .select()
    .from(organisationProofs)
    .where(
      and(
        eq(organisationProofs.organisationId, organisationId),
        eq(organisationProofs.state, 'proven'),
        ne(organisationProofs.method, 'vouching'),
      ),
    )
  return trustBy(proofs, now).trust >= 2
}

async function holdPublic(db: Db, slug: string) {
  const [found] = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.slug, slug), eq(organisations.state, 'active')))
    .for('no key update')
  return found ?? null
}

import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { memberships, organisationProofs, organisations } from '../../../../../drizzle/schema'
import { type Db, inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { grantsInForce } from '../../../../people/roles/queries'
import { actsAs } from '../../../../people/rules'
import { lengthOf } from '../../../../text'
import { handOver, letGo } from '../../identifiers/commands'
import { roleIn } from '../../queries'
import type { IdentifierScheme } from '../../rules'
import { endProofs, prove, recount, tellOwners } from '../commands'
import { inMonths, proofMonths, type ProofRefusal } from '../rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, ProofRefusal>>
export type Act = { proofId: string; byId: string; now: Date }
type Proof = typeof organisationProofs.$inferSelect

/** A proof that waits and what it is about, held still for somebody of the city who may decide there. */
export async function openProof(db: Db, { proofId, byId }: Act) {
  const [proof] = await db
    .select()
    .from(organisationProofs)
    .where(eq(organisationProofs.id, proofId))
    .for('update')
  if (!proof) return 'not_there' as const
  const [one] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.id, proof.organisationId))
    .for('no key update')
  const acting = { grants: await grantsInForce(db, byId) }
  if (!one || !actsAs(acting, 'area_admin', { districtCode: one.districtCode }))
    return 'outside_scope' as const
  if (proof.askedById === byId || (await roleIn(db, one.id, byId))) return 'own_organisation' as const
  return proof.state === 'asked' ? { proof, one } : ('already_decided' as const)
}

export async function settle(
  db: Db,
  { id, organisationId, method }: Proof,
  {
    state,
    byId,
    now,
    found,
  }: { state: 'proven' | 'refused'; byId: string | null; now: Date; found?: string },
): Promise<void> {
  if (state === 'proven') await endProofs(db, organisationId, [method], now)
  const expiresAt = state === 'proven' ? inMonths(now, proofMonths) : now
  const evidence = found
    ? { evidence: sql`${organisationProofs.evidence} || ${JSON.stringify({ found })}::jsonb` }
    : {}
  const decided = { state, decidedById: byId, decidedAt: now, expiresAt, codeHash: null, ...evidence }
  await db.update(organisationProofs).set(decided).where(eq(organisationProofs.id, id))
  await recount(db, organisationId, now)
}

type Decided = Act & { answer: 'proven' | 'refused'; text: string }

/** Somebody of the city has looked: at a document, at who comes forward for a page, or at two who say the same number. */
export function decideProof(tenant: City, { answer, text, ...act }: Decided): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openProof(db, act)
    if (typeof opened === 'string') return refused(opened)
    const { proof, one } = opened
    if (lengthOf(text) < 30) return refused('reason_too_short')
    const { scheme, value, holder, claimant } = proof.evidence
    const decided = { byId: act.byId, now: act.now }
    await settle(db, proof, { state: answer, ...decided })
    if (answer === 'proven' && holder) {
      const number = { scheme: scheme as IdentifierScheme, value: value! }
      await handOver(db, { from: holder, to: one.id, ...number }, { personId: proof.askedById, now: act.now })
      const [loser] = await db.select().from(organisations).where(eq(organisations.id, holder))
      await tellOwners(db, loser!, 'organisation_number_lost', { ...decided, text })
    }
    if (claimant) await answerClaim(db, { organisationId: one.id, personId: claimant, answer, now: act.now })
    await tellOwners(db, one, answer === 'proven' ? 'organisation_proven' : 'organisation_not_proven', {
      ...decided,
      text,
    })
    return done(undefined)
  })
}

type Claimed = { organisationId: string; personId: string; answer: 'proven' | 'refused'; now: Date }

/** Whoever came forward for a page that nobody ran now runs it, or does not. */
async function answerClaim(db: Db, { organisationId, personId, answer, now }: Claimed): Promise<void> {
  const own = and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId))
  const set =
    answer === 'proven'
      ? { state: 'active' as const, role: 'owner' as const, joinedAt: now }
      : { state: 'removed' as const, endedAt: now }
  await db
    .update(memberships)
    .set(set)
    .where(and(own, inArray(memberships.state, ['requested'])))
}

type OnOne = { organisationId: string; byId: string; now: Date }

/** The city takes one for its partner, or no longer does. */
export function setPartner(
  tenant: City,
  { organisationId, isPartner, byId, now }: OnOne & { isPartner: boolean },
): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdFor(db, organisationId, byId)
    if (typeof one === 'string') return refused(one)
    if (isPartner)
      await prove(db, {
        organisationId,
        method: 'city',
        evidence: {},
        askedById: byId,
        decidedById: byId,
        askedAt: now,
        now,
      })
    else {
      await endProofs(db, organisationId, ['city'], now)
      await recount(db, organisationId, now)
    }
    return done(undefined)
  })
}

async function holdFor(db: Db, organisationId: string, byId: string) {
  const [one] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('no key update')
  if (!one) return 'not_there' as const
  const acting = { grants: await grantsInForce(db, byId) }
  if (!actsAs(acting, 'area_admin', { districtCode: one.districtCode })) return 'outside_scope' as const
  return (await roleIn(db, one.id, byId)) ? ('own_organisation' as const) : one
}

type Dissolved = OnOne & { scheme: IdentifierScheme; value: string }

/** The register says that it was closed: its number serves nobody any more, and all that rested on it falls. */
export function noteDissolved(tenant: City, { organisationId, byId, now, scheme, value }: Dissolved): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdFor(db, organisationId, byId)
    if (typeof one === 'string') return refused(one)
    if (!(await letGo(db, { organisationId, scheme, value }, now))) return refused('not_there')
    await endProofs(db, organisationId, ['register', 'letter_code', 'document', 'dns', 'well_known'], now)
    const evidence = { scheme, value, found: 'dissolved' }
    const seen = { askedById: byId, askedAt: now, decidedById: byId, decidedAt: now }
    await db
      .insert(organisationProofs)
      .values({ organisationId, method: 'register', state: 'refused', evidence, ...seen })
    await recount(db, organisationId, now)
    await tellOwners(db, one, 'organisation_to_prove', { byId, now })
    return done(undefined)
  })
}

import 'server-only'
import { and, eq, inArray, lte } from 'drizzle-orm'
import { organisationProofs, organisations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import type { Happening } from '../../../journal/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { ownersOf } from '../queries'
import { mayFor } from '../queries'
import type { ProofMethod } from '../rules'
import { inMonths, proofMonths, type ProofRefusal, trustBy } from './rules'

type City = { id: string }
type Act = { organisationId: string; personId: string; now: Date }
type Result<Value = undefined> = Promise<Outcome<Value, ProofRefusal>>
type Row = typeof organisationProofs.$inferInsert

/** How far it is to be trusted, and until when, is what its proofs say: nobody writes it otherwise. */
export async function recount(db: Db, organisationId: string, now: Date): Promise<number> {
  const proofs = await db
    .select()
    .from(organisationProofs)
    .where(and(eq(organisationProofs.organisationId, organisationId), eq(organisationProofs.state, 'proven')))
  const counted = trustBy(proofs, now)
  await db.update(organisations).set(counted).where(eq(organisations.id, organisationId))
  await changed(db, 'activities')
  return counted.trust
}

/** A way of proving that held is what counts now; the one before of the same kind gives way to it. */
export async function prove(db: Db, proof: Omit<Row, 'state'> & { now: Date }): Promise<void> {
  const { now, ...row } = proof
  if (row.method !== 'vouching') await endProofs(db, row.organisationId, [row.method], now)
  const held = { decidedAt: now, expiresAt: inMonths(now, proofMonths), ...row }
  await db.insert(organisationProofs).values({ ...held, state: 'proven' })
  await recount(db, row.organisationId, now)
}

/** Proofs of these kinds no longer hold. */
export async function endProofs(
  db: Db,
  organisationId: string,
  methods: ProofMethod[],
  now: Date,
): Promise<void> {
  await db
    .update(organisationProofs)
    .set({ state: 'expired', expiresAt: now })
    .where(
      and(
        eq(organisationProofs.organisationId, organisationId),
        inArray(organisationProofs.method, methods),
        eq(organisationProofs.state, 'proven'),
      ),
    )
}

/** Asks the city to post a code, or to read a document: somebody of the city does the rest. */
export function askProof(
  tenant: City,
  { organisationId, personId, method, said, now }: Act & { method: 'letter_code' | 'document'; said: string },
): Result {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('no key update')
    if (!found || !(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    if (method === 'letter_code' && !said && !found.address) return refused('no_address')
    const open = and(
      eq(organisationProofs.organisationId, organisationId),
      eq(organisationProofs.method, method),
      eq(organisationProofs.state, 'asked'),
    )
    if ((await db.$count(organisationProofs, open)) > 0) return refused('already_asked')
    const evidence = { said: said || found.address! }
    const asked = { organisationId, method, evidence, askedById: personId, askedAt: now }
    await db.insert(organisationProofs).values(asked)
    return done(undefined)
  })
}

type By = { byId: string | null; now: Date; text?: string }

export async function tellOwners(
  db: Db,
  { id, name }: { id: string; name: string },
  kind: Happening,
  { byId, now, text }: By,
): Promise<void> {
  const detail = { title: name, path: `/mes-organisations/${id}`, on: 'agir', tell: await ownersOf(db, id) }
  const by = { byId, byRole: byId ? ('author' as const) : ('system' as const), at: now }
  await record(db, {
    kind,
    aboutId: id,
    ...by,
    visibility: 'internal',
    detail: text ? { ...detail, text } : detail,
  })
}

/** Each night: what was proven a year ago holds no more, and those whom it concerns are told. */
export async function expireProofs(tenant: City, now: Date): Promise<void> {
  const due = and(eq(organisationProofs.state, 'proven'), lte(organisationProofs.expiresAt, now))
  const found = await inTenant(tenant, (db) =>
    db
      .selectDistinct({ id: organisations.id, name: organisations.name, trust: organisations.trust })
      .from(organisationProofs)
      .innerJoin(organisations, eq(organisations.id, organisationProofs.organisationId))
      .where(due)
      .limit(500),
  )
  for (const one of found)
    await inTenant(tenant, async (db) => {
      const own = and(due, eq(organisationProofs.organisationId, one.id))
      await db.update(organisationProofs).set({ state: 'expired' }).where(own)
      const trust = await recount(db, one.id, now)
      if (trust < one.trust) await tellOwners(db, one, 'organisation_to_prove', { byId: null, now })
    })
}

import 'server-only'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { organisationIdentifiers, organisationProofs, organisations } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { endProofs, prove, recount, tellOwners } from '../proofs/commands'
import { mayFor } from '../queries'
import { type Identifier, type IdentifierRefusal, mostNumbers } from './rules'

type City = { id: string }
type Act = Identifier & { organisationId: string; personId: string; now: Date }
type Result<Value = undefined> = Promise<Outcome<Value, IdentifierRefusal>>

const held = ({ scheme, value }: Identifier) =>
  and(
    eq(organisationIdentifiers.scheme, scheme),
    eq(organisationIdentifiers.value, value),
    isNull(organisationIdentifiers.releasedAt),
  )

/**
 * An organisation says its number. One that another holds is not taken from it: somebody of the city looks at both, and
 * until then each keeps what it has.
 */
export function addNumber(tenant: City, act: Act): Result<{ contested: boolean }> {
  const { organisationId, personId, now, scheme, value } = act
  return inTenant(tenant, async (db) => {
    const [own] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('no key update')
    if (!own || !(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    if (await wasRefused(db, act)) return refused('dissolved')
    const mine = and(
      eq(organisationIdentifiers.organisationId, organisationId),
      isNull(organisationIdentifiers.releasedAt),
    )
    if ((await db.$count(organisationIdentifiers, mine)) >= mostNumbers) return refused('too_many_numbers')
    const [added] = await db
      .insert(organisationIdentifiers)
      .values({ organisationId, scheme, value, addedAt: now })
      .onConflictDoNothing()
      .returning({ id: organisationIdentifiers.id })
    const asked = { organisationId, method: 'register' as const, askedById: personId, askedAt: now }
    if (added) {
      await prove(db, { ...asked, evidence: { scheme, value }, now })
      return done({ contested: false })
    }
    const [holder] = await db.select().from(organisationIdentifiers).where(held(act))
    if (!holder || holder.organisationId === organisationId) return refused('already_held')
    if (await hasClaimed(db, act)) return refused('claimed')
    const evidence = { scheme, value, holder: holder.organisationId }
    await db.insert(organisationProofs).values({ ...asked, evidence })
    await tellBoth(db, [organisationId, holder.organisationId], personId, now)
    return done({ contested: true })
  })
}

const about = ({ scheme, value }: Identifier) =>
  and(
    eq(organisationProofs.method, 'register'),
    sql`${organisationProofs.evidence} ->> 'scheme' = ${scheme}`,
    sql`${organisationProofs.evidence} ->> 'value' = ${value}`,
  )

/** A number that the register says is closed stays closed, whoever says it next. */
async function wasRefused(db: Db, number: Identifier): Promise<boolean> {
  const closed = and(about(number), sql`${organisationProofs.evidence} ->> 'found' = 'dissolved'`)
  return (await db.$count(organisationProofs, closed)) > 0
}

async function hasClaimed(db: Db, act: Act): Promise<boolean> {
  const own = and(about(act), eq(organisationProofs.organisationId, act.organisationId))
  return (await db.$count(organisationProofs, and(own, eq(organisationProofs.state, 'asked')))) > 0
}

async function tellBoth(db: Db, ids: string[], byId: string, now: Date): Promise<void> {
  for (const id of ids) {
    const [one] = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, id))
    await tellOwners(db, one!, 'organisation_contested', { byId, now })
  }
}

/** A number one no longer goes by is given back: another may hold it then. */
export function releaseNumber(tenant: City, { organisationId, personId, now, ...number }: Act): Result {
  return inTenant(tenant, async (db) => {
    if (!(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    const released = await letGo(db, { organisationId, ...number }, now)
    return released ? done(undefined) : refused('not_there')
  })
}

/** The caller has asked who may. The proof by register falls with the last number. */
export async function letGo(
  db: Db,
  { organisationId, ...number }: Identifier & { organisationId: string },
  now: Date,
): Promise<boolean> {
  const own = eq(organisationIdentifiers.organisationId, organisationId)
  const released = await db
    .update(organisationIdentifiers)
    .set({ releasedAt: now })
    .where(and(own, held(number)))
    .returning()
  if (released.length === 0) return false
  const others = and(
    own,
    isNull(organisationIdentifiers.releasedAt),
    ne(organisationIdentifiers.id, released[0]!.id),
  )
  if ((await db.$count(organisationIdentifiers, others)) === 0) {
    await endProofs(db, organisationId, ['register'], now)
    await recount(db, organisationId, now)
  }
  return true
}

/** What somebody of the city has decided between two: the number changes hands, and what rested on it falls. */
export async function handOver(
  db: Db,
  { from, to, ...number }: Identifier & { from: string; to: string },
  { personId, now }: { personId: string | null; now: Date },
): Promise<void> {
  await letGo(db, { organisationId: from, ...number }, now)
  await endProofs(db, from, ['register'], now)
  await recount(db, from, now)
  await db
    .insert(organisationIdentifiers)
    .values({ organisationId: to, ...number, addedAt: now })
    .onConflictDoNothing()
  const evidence = { scheme: number.scheme, value: number.value }
  await prove(db, {
    organisationId: to,
    method: 'register',
    evidence,
    askedById: personId,
    askedAt: now,
    now,
  })
}

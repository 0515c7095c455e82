import 'server-only'
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { accountUnions, grants, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { annulIfBelow } from '../../ideas/certification/commands'
import { record } from '../../journal/commands'
import { wordsIn } from '../../mail/wording'
import { rekeyReports } from '../../moderation/reports/commands'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../../tenancy/audit/commands'
import { changed } from '../../tenancy/freshness'
import { holdRoles } from '../roles/commands'
import { hashOf } from '../sign-in/queries'
import { joinProfiles, moveHoldings } from './holdings/commands'
import { tellBoth } from './letters/commands'
import { proofMinutes, type Side, type UnionRefusal, unionRefusal } from './rules'
import { type Pair, spendLimits, uniteVoices } from './voices/commands'

export type Counted = { moved: number; doubled: number }
type Result<Value> = Promise<Outcome<Value, UnionRefusal>>

/** From now on, for half an hour, the browser that holds this token may come back as the other account. */
export function beginUnion(
  tenant: Tenant,
  { personId, token, now }: { personId: string; token: string; now: Date },
): Result<undefined> {
  return inTenant(tenant, async (db) => {
    if (await everActed(db, personId)) return refused('acts_for_city')
    await stopUnions(db, personId, now)
    const expiresAt = new Date(now.getTime() + proofMinutes * 60_000)
    const begun = {
      way: 'own',
      keptPersonId: personId,
      askedById: personId,
      askedAt: now,
      expiresAt,
    } as const
    await db.insert(accountUnions).values({ ...begun, tokenHash: hashOf(token) })
    return done(undefined)
  })
}

/** What was begun as this account and not ended cannot be any more. */
export async function stopUnions(db: Db, personId: string, now: Date): Promise<void> {
  const open = and(
    eq(accountUnions.keptPersonId, personId),
    eq(accountUnions.way, 'own'),
    isNull(accountUnions.doneAt),
    gt(accountUnions.expiresAt, now),
  )
  await db.update(accountUnions).set({ expiresAt: now }).where(open)
}

/** Begun as one account, and now signed in as the other: whoever holds both is one person, and has one account. */
export function uniteOwn(
  tenant: Tenant,
  { token, personId, now }: { token: string; personId: string; now: Date },
): Result<Pair & Counted> {
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const [begun] = await db
      .select()
      .from(accountUnions)
      .where(
        and(
          eq(accountUnions.tokenHash, hashOf(token)),
          isNull(accountUnions.doneAt),
          gt(accountUnions.expiresAt, now),
        ),
      )
      .for('update')
    if (!begun) return refused('too_late')
    const pair = { keptId: begun.keptPersonId, absorbedId: personId }
    const united = await unite(db, tenant, { ...pair, unionId: begun.id, byId: pair.keptId, now })
    if (!united.ok) return united
    const actor = { kind: 'system', name: 'Parvis' } as const
    await audit(db, { actor, action: 'accounts_united', subject: `union:${begun.id}`, now })
    return done({ ...pair, ...united.value })
  })
}

type Uniting = Pair & { unionId: string; byId: string; now: Date }

/**
 * The caller holds the roles of the city and the union's row. Both accounts are held, what still waits to be counted as the
 * one that goes is stopped, then voices, then every other row; what the city is owed and owes stays as it was.
 */
export async function unite(
  db: Db,
  tenant: Tenant,
  { unionId, byId, now, ...pair }: Uniting,
): Result<Counted> {
  const { kept, absorbed } = await holdBoth(db, pair)
  if (!kept || !absorbed) return refused('not_there')
  const refusal = unionRefusal(kept, absorbed)
  if (refusal) return refused(refusal)

  await spendLimits(db, tenant, pair)
  const voices = await uniteVoices(db, tenant, pair)
  await moveHoldings(db, pair)
  await rekeyReports(db, tenant, pair)
  await tellBoth(db, tenant, { unionId, kept, absorbed, now })
  await joinProfiles(db, pair, now)
  for (const { ideaId, doubled } of voices) {
    if (doubled) await annulIfBelow(db, ideaId, { by: null, now, count: 1, reason: reasonFor(tenant) })
    await changed(db, `idea:${ideaId}`)
  }
  await changed(db, 'ideas')
  const moved = voices.filter(({ came }) => came).length
  const doubled = voices.filter((voice) => voice.doubled).length
  await db
    .update(accountUnions)
    .set({ absorbedPersonId: pair.absorbedId, doneAt: now, movedCount: moved, doubledCount: doubled })
    .where(eq(accountUnions.id, unionId))
  await note(db, pair, { unionId, byId, now })
  return done({ moved, doubled })
}

/** Said in public where a right is annulled: nothing of whose accounts they were. */
const reasonFor = (tenant: Tenant) =>
  wordsIn('letters', { tenant, locale: tenant.locales[0]! })('union.annulled')

type Held = Side & { name: string | null; email: string | null; locale: string | null }

/** Both accounts, held until the end of what is done with them. */
export async function holdBoth(db: Db, { keptId, absorbedId }: Pair) {
  const rows = await db
    .select()
    .from(people)
    .where(inArray(people.id, [keptId, absorbedId]))
    .orderBy(people.id)
    .for('no key update')
  const sides: Held[] = []
  for (const row of rows) sides.push({ ...row, everActed: await everActed(db, row.id) })
  return { kept: sides.find(({ id }) => id === keptId), absorbed: sides.find(({ id }) => id === absorbedId) }
}

async function everActed(db: Db, personId: string): Promise<boolean> {
  return (await db.$count(grants, eq(grants.personId, personId))) > 0
}

function note(db: Db, { keptId, absorbedId }: Pair, { unionId, byId, now }: Omit<Uniting, keyof Pair>) {
  return record(db, {
    kind: 'accounts_united',
    aboutId: keptId,
    byId,
    byRole: byId === keptId ? 'author' : 'city',
    visibility: 'internal',
    at: now,
    detail: { unionId, absorbedId },
  })
}

/**
 * What a page that was under way while two accounts were united wrote a moment later about the one that is gone. Done again
 * it finds nothing.
 */
export async function gatherLate(tenant: Tenant, now: Date): Promise<void> {
  await inTenant(tenant, async (db) => {
    const since = new Date(now.getTime() - 10 * 60_000)
    const lately = await db
      .select({ keptId: people.unitedIntoPersonId, absorbedId: people.id })
      .from(people)
      .where(and(sql`${people.unitedIntoPersonId} is not null`, gt(people.deletedAt, since)))
      .orderBy(people.id)
      .for('no key update')
    for (const { keptId, absorbedId } of lately) {
      if (!keptId) continue
      const voices = await uniteVoices(db, tenant, { keptId, absorbedId })
      await moveHoldings(db, { keptId, absorbedId })
      await rekeyReports(db, tenant, { keptId, absorbedId })
      for (const { ideaId } of voices) await changed(db, `idea:${ideaId}`)
    }
  })
}

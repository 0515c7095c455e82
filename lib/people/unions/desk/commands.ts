import 'server-only'
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import { accountUnions } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../../tenancy/audit/commands'
import { holdRoles } from '../../roles/commands'
import type { Acting } from '../../rules'
import { type Counted, holdBoth, unite } from '../commands'
import { deskDays, type UnionRefusal, unionRefusal } from '../rules'
import type { Pair } from '../voices/commands'
import { mayAskUnion, mayDecideUnion } from './rules'

type By = Acting & { id: string; name: string | null }
type Act = { by: By; now: Date }
type Result<Value> = Promise<Outcome<Value, UnionRefusal>>
type Asked = Act & { kept: string; absorbed: string; reason: string }

/** Says which accounts are one person's, and why. Nothing moves until somebody else has confirmed it. */
export function askForUnion(tenant: Tenant, { kept, absorbed, reason, by, now }: Asked): Result<undefined> {
  if (!mayAskUnion(by)) return Promise.resolve(refused('not_allowed'))
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    if (kept === absorbed) return refused('same_account')
    const refusal = await refusalOf(db, { keptId: kept, absorbedId: absorbed })
    if (refusal) return refused(refusal)
    if (await isAsked(db, { kept, absorbed, now })) return refused('already_asked')
    const expiresAt = new Date(now.getTime() + deskDays * 86_400_000)
    const pair = { keptPersonId: kept, absorbedPersonId: absorbed }
    const asked = { ...pair, way: 'desk', reason, askedById: by.id, askedAt: now, expiresAt } as const
    const [row] = await db.insert(accountUnions).values(asked).returning({ id: accountUnions.id })
    await note(db, 'accounts_union_asked', row!.id, { by, now, reason })
    return done(undefined)
  })
}

async function isAsked(db: Db, { kept, absorbed, now }: { kept: string; absorbed: string; now: Date }) {
  const pair = (one: string, other: string) =>
    and(eq(accountUnions.keptPersonId, one), eq(accountUnions.absorbedPersonId, other))
  const same = or(pair(kept, absorbed), pair(absorbed, kept))
  return (await db.$count(accountUnions, and(waits(now), same))) > 0
}

const waits = (now: Date) =>
  and(
    eq(accountUnions.way, 'desk'),
    isNull(accountUnions.doneAt),
    isNull(accountUnions.declinedAt),
    gt(accountUnions.expiresAt, now),
  )

/** A second person has looked at it as well: the two accounts become one. */
export function confirmUnion(
  tenant: Tenant,
  { unionId, by, now }: Act & { unionId: string },
): Result<Counted> {
  return inTenant(tenant, async (db) => {
    await holdRoles(db, tenant)
    const found = await hold(db, unionId, { by, now })
    if (!found.ok) return found
    const { keptPersonId: keptId, absorbedPersonId, reason } = found.value
    const pair = { keptId, absorbedId: absorbedPersonId! }
    const refusal = await refusalOf(db, pair)
    if (refusal) return refused(refusal)
    await db.update(accountUnions).set({ decidedById: by.id }).where(eq(accountUnions.id, unionId))
    const united = await unite(db, tenant, { ...pair, unionId, byId: by.id, now })
    await note(db, 'accounts_united', unionId, { by, now, reason })
    return united
  })
}

async function refusalOf(db: Db, pair: Pair): Promise<UnionRefusal | null> {
  const { kept, absorbed } = await holdBoth(db, pair)
  return kept && absorbed ? unionRefusal(kept, absorbed) : 'not_there'
}

export function declineUnion(
  tenant: Tenant,
  { unionId, by, now }: Act & { unionId: string },
): Result<undefined> {
  return inTenant(tenant, async (db) => {
    const found = await hold(db, unionId, { by, now })
    if (!found.ok) return found
    await db
      .update(accountUnions)
      .set({ decidedById: by.id, declinedAt: now })
      .where(eq(accountUnions.id, unionId))
    await note(db, 'accounts_union_declined', unionId, { by, now, reason: null })
    return done(undefined)
  })
}

async function hold(db: Db, unionId: string, { by, now }: Act) {
  const asked = and(eq(accountUnions.id, unionId), waits(now))
  const [union] = await db.select().from(accountUnions).where(asked).for('update')
  if (!union) return refused('not_there')
  if (!mayDecideUnion(by)) return refused('not_allowed')
  return union.askedById === by.id ? refused('same_person') : done(union)
}

function note(db: Db, action: string, unionId: string, { by, now, reason }: Act & { reason: string | null }) {
  const actor = { kind: 'admin', name: by.name ?? '' } as const
  return audit(db, { actor, action, subject: `union:${unionId}`, reason, now })
}

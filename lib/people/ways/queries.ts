import 'server-only'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { grants, people, personKeys, signInTrials } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { secretsSetAt } from '../../auth/secrets'
import { type Db, inTenant } from '../../db'
import { inForce } from '../roles/queries'
import { clientSecretName } from '../sign-in/rules'
import { locksEverybodyOut, type SignIn, untried, type Way, wayDigest } from './rules'

/** Each provider of a draft as the console shows it: whether its secret is known and how its last trial went. */
export function listWays(tenant: Tenant, ways: readonly Way[]) {
  return inTenant(tenant, async (db) => {
    const secrets = await secretsSetAt(db, ways.map(clientSecretName))
    const trials = await db
      .select({ trial: signInTrials, by: people.name })
      .from(signInTrials)
      .innerJoin(people, eq(people.id, signInTrials.personId))
      .orderBy(desc(signInTrials.at))
      .limit(100)
    return ways.map((way) => {
      const last = trials.find(({ trial }) => trial.providerId === way.id)
      const trial = last && { ...last.trial, by: last.by, isCurrent: last.trial.digest === wayDigest(way) }
      return { way, secretSetAt: secrets.get(clientSecretName(way)) ?? null, trial: trial ?? null }
    })
  })
}
export type ListedWay = Awaited<ReturnType<typeof listWays>>[number]

/** Why these ways in cannot be published; null when they can, or are those in force. */
export async function waysProblem(
  db: Db,
  before: SignIn,
  after: SignIn,
): Promise<'nobody_comes_back' | 'never_tried' | null> {
  const isSame =
    before.email.enabled === after.email.enabled &&
    JSON.stringify(before.providers.map(wayDigest)) === JSON.stringify(after.providers.map(wayDigest))
  if (isSame) return null
  const rows = await db
    .select({ digest: signInTrials.digest, opensAdmin: signInTrials.opensAdmin })
    .from(signInTrials)
    .where(eq(signInTrials.outcome, 'ok'))
  const adminKeys = await keysOfAdmins(db)
  const triedDigests = rows.filter(({ opensAdmin }) => opensAdmin).map(({ digest }) => digest)
  if (locksEverybodyOut({ before, after, adminKeys, triedDigests })) return 'nobody_comes_back'
  const tried = rows.map(({ digest }) => digest)
  return untried(after, before, tried).length > 0 ? 'never_tried' : null
}

function keysOfAdmins(db: Db) {
  return db
    .selectDistinct({ kind: personKeys.kind, issuer: personKeys.issuer })
    .from(personKeys)
    .innerJoin(people, and(eq(people.id, personKeys.personId), isNull(people.deletedAt)))
    .innerJoin(grants, eq(grants.personId, personKeys.personId))
    .where(and(inArray(grants.role, ['owner', 'admin']), inForce))
}

import 'server-only'
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { scopeKeys } from '../../../drizzle/schema'
import { derivedKey, seal, unseal } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'

const purpose = 'support-scope'
const mostKept = 50_000

// Next and the server around it each bundle this file; the keys are unsealed once for both.
const key = Symbol.for('parvis.scope-keys')
const shared = globalThis as { [key]?: Map<string, KeyObject> }
const kept = () => (shared[key] ??= new Map())

/** The random key of one idea, made when it is published; without it nobody can tell whose the voices are. */
export async function createScopeKey(db: Db, tenant: { id: string }, ideaId: string): Promise<void> {
  const sealed = seal(purpose, tenant.id, randomBytes(32))
  await db.insert(scopeKeys).values({ ideaId, sealed }).onConflictDoNothing()
}

/** The key of an idea when this process has met it before: what a crowd at one idea needs is at hand. */
export function knownScopeKey(tenant: { id: string }, ideaId: string): KeyObject | undefined {
  return kept().get(`${tenant.id}/${ideaId}`)
}

/** The key of an idea, or null where there is no such idea or its key was destroyed. However many ask, it is read once. */
export async function scopeKeyOf(tenant: { id: string }, ideaId: string): Promise<KeyObject | null> {
  const known = knownScopeKey(tenant, ideaId)
  if (known) return known
  const id = `${tenant.id}/${ideaId}`
  const reading = underWay.get(id) ?? readScopeKey(tenant, ideaId).finally(() => underWay.delete(id))
  underWay.set(id, reading)
  return reading
}

const underWay = new Map<string, Promise<KeyObject | null>>()

function readScopeKey(tenant: { id: string }, ideaId: string): Promise<KeyObject | null> {
  return inTenant(tenant, async (db) => (await unsealed(db, tenant, [ideaId])).get(ideaId) ?? null)
}

/** The keys of several ideas at once. */
export async function scopeKeysOf(
  db: Db,
  tenant: { id: string },
  ideaIds: string[],
): Promise<Map<string, KeyObject>> {
  const keys = new Map<string, KeyObject>()
  const unknown: string[] = []
  for (const ideaId of ideaIds) {
    const known = knownScopeKey(tenant, ideaId)
    if (known) keys.set(ideaId, known)
    else unknown.push(ideaId)
  }
  if (unknown.length === 0) return keys
  for (const [ideaId, found] of await unsealed(db, tenant, unknown)) keys.set(ideaId, found)
  return keys
}

/** The name under which a person's voice for one idea is stored: it leads back to nobody. */
export function voterKey(scope: KeyObject, personId: string): string {
  return createHmac('sha256', scope).update(personId).digest('hex')
}

async function unsealed(db: Db, tenant: { id: string }, ideaIds: string[]): Promise<Map<string, KeyObject>> {
  const rows = await db
    .select({ ideaId: scopeKeys.ideaId, sealed: scopeKeys.sealed })
    .from(scopeKeys)
    .where(inArray(scopeKeys.ideaId, ideaIds))
  const alive = rows.filter((row): row is { ideaId: string; sealed: string } => row.sealed !== null)
  return new Map(alive.map(({ ideaId, sealed }) => [ideaId, keep(tenant, ideaId, sealed)]))
}

function keep(tenant: { id: string }, ideaId: string, sealed: string): KeyObject {
  const found = createSecretKey(unseal(purpose, tenant.id, sealed))
  if (kept().size >= mostKept) kept().delete(kept().keys().next().value!)
  kept().set(`${tenant.id}/${ideaId}`, found)
  return found
}

const limiterKeys = new Map<string, KeyObject>()

/** The name under which a person's pace is counted, which leads neither to the person nor to what was supported. */
export function limiterOf(tenant: { id: string }, personId: string): string {
  const limiterKey = limiterKeys.get(tenant.id) ?? createSecretKey(derivedKey('support-pace', tenant.id))
  if (limiterKeys.size > 5000) limiterKeys.clear()
  limiterKeys.set(tenant.id, limiterKey)
  return `support:${createHmac('sha256', limiterKey).update(personId).digest('base64url')}`
}

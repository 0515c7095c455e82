import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { scopeKeys } from '../../../drizzle/schema'
import { derivedKey, seal, unseal } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'

const purpose = 'support-scope'
const mostKept = 50_000

// Next and the server around it each bundle this file; the keys are unsealed once for both.
const key = Symbol.for('parvis.scope-keys')
const shared = globalThis as { [key]?: Map<string, Promise<Buffer | null>> }
const kept = () => (shared[key] ??= new Map())

/** The random key of one idea, made when it is published; without it nobody can tell whose the voices are. */
export async function createScopeKey(db: Db, tenant: { id: string }, ideaId: string): Promise<void> {
  const sealed = seal(purpose, tenant.id, randomBytes(32))
  await db.insert(scopeKeys).values({ ideaId, sealed }).onConflictDoNothing()
}

/** The key of an idea, or null where there is no such idea or its key was destroyed. */
export function scopeKeyOf(tenant: { id: string }, ideaId: string): Promise<Buffer | null> {
  const id = `${tenant.id}/${ideaId}`
  const known = kept().get(id)
  if (known) return known
  const reading = inTenant(tenant, (db) => unsealed(db, tenant, [ideaId])).then(
    (found) => found.get(ideaId) ?? null,
  )
  keep(id, reading)
  reading.then(
    (found) => found ?? kept().delete(id),
    () => kept().delete(id),
  )
  return reading
}

/** The keys of several ideas at once. */
export async function scopeKeysOf(
  db: Db,
  tenant: { id: string },
  ideaIds: string[],
): Promise<Map<string, Buffer>> {
  const keys = new Map<string, Buffer>()
  const unknown: string[] = []
  for (const ideaId of ideaIds) {
    const known = await kept().get(`${tenant.id}/${ideaId}`)
    if (known) keys.set(ideaId, known)
    else unknown.push(ideaId)
  }
  if (unknown.length === 0) return keys
  for (const [ideaId, found] of await unsealed(db, tenant, unknown)) {
    keys.set(ideaId, found)
    keep(`${tenant.id}/${ideaId}`, Promise.resolve(found))
  }
  return keys
}

/** The name under which a person's voice for one idea is stored: it leads back to nobody. */
export function voterKey(scope: Buffer, personId: string): string {
  return createHmac('sha256', scope).update(personId).digest('hex')
}

async function unsealed(db: Db, tenant: { id: string }, ideaIds: string[]): Promise<Map<string, Buffer>> {
  const rows = await db
    .select({ ideaId: scopeKeys.ideaId, sealed: scopeKeys.sealed })
    .from(scopeKeys)
    .where(inArray(scopeKeys.ideaId, ideaIds))
  const alive = rows.filter((row): row is { ideaId: string; sealed: string } => row.sealed !== null)
  return new Map(alive.map(({ ideaId, sealed }) => [ideaId, unseal(purpose, tenant.id, sealed)]))
}

function keep(id: string, found: Promise<Buffer | null>) {
  if (kept().size >= mostKept) kept().delete(kept().keys().next().value!)
  kept().set(id, found)
}

const limiterKeys = new Map<string, Buffer>()

/** The name under which a person's pace is counted, which leads neither to the person nor to what was supported. */
export function limiterOf(tenant: { id: string }, personId: string): string {
  const limiterKey = limiterKeys.get(tenant.id) ?? derivedKey('support-pace', tenant.id)
  if (limiterKeys.size > 5000) limiterKeys.clear()
  limiterKeys.set(tenant.id, limiterKey)
  return `support:${createHmac('sha256', limiterKey).update(personId).digest('base64url')}`
}

import 'server-only'
import { eq, inArray, like } from 'drizzle-orm'
import { tenantSecrets } from '../../drizzle/schema'
import { type Db, inTenant } from '../db'
import { carryKey, seal, unseal } from './sealing'

const purpose = 'tenant-secret'

/** What a city has to keep to itself: the secret a sign-in provider gave it, the password of its mail server. */
export function findSecret(tenant: { id: string }, name: string): Promise<string | null> {
  return inTenant(tenant, async (db) => {
    const [row] = await db.select().from(tenantSecrets).where(eq(tenantSecrets.name, name))
    return row ? unseal(purpose, tenant.id, row.sealed).toString('utf8') : null
  })
}

export function saveSecret(tenant: { id: string }, name: string, secret: string, now: Date): Promise<void> {
  return inTenant(tenant, (db) => keepSecret(db, tenant, { name, secret, now }))
}

/** Takes the place of the one before. It is never shown again, to anybody. */
export async function keepSecret(
  db: Db,
  tenant: { id: string },
  { name, secret, now }: { name: string; secret: string; now: Date },
): Promise<void> {
  const sealed = seal(purpose, tenant.id, Buffer.from(secret))
  await db
    .insert(tenantSecrets)
    .values({ name, sealed, setAt: now })
    .onConflictDoUpdate({ target: [tenantSecrets.tenantId, tenantSecrets.name], set: { sealed, setAt: now } })
}

/** Since when each of these is known: all that a page may say of a secret. */
export async function secretsSetAt(db: Db, names: string[]): Promise<Map<string, Date>> {
  if (names.length === 0) return new Map()
  const rows = await db
    .select({ name: tenantSecrets.name, setAt: tenantSecrets.setAt })
    .from(tenantSecrets)
    .where(inArray(tenantSecrets.name, names))
  return new Map(rows.map(({ name, setAt }) => [name, setAt]))
}

const carried = 'carried:'

/** A key that came along with the city, closed under this installation's master secret. */
export const carriedSecret = (tenant: { id: string }, name: string, key: Buffer) => ({
  name: carried + name,
  sealed: seal(purpose, tenant.id, key),
})

/** What a city brought along is at hand from the moment its settings are. */
export async function recallCarriedKeys(db: Db, tenant: { id: string }): Promise<void> {
  const rows = await db
    .select()
    .from(tenantSecrets)
    .where(like(tenantSecrets.name, `${carried}%`))
  for (const { name, sealed } of rows)
    carryKey(name.slice(carried.length), tenant.id, unseal(purpose, tenant.id, sealed))
}

import 'server-only'
import { eq } from 'drizzle-orm'
import { tenantSecrets } from '../../drizzle/schema'
import { inTenant } from '../db'
import { seal, unseal } from './sealing'

const purpose = 'tenant-secret'

/** What a city has to keep to itself, such as the secret its sign-in provider gave it. */
export function findSecret(tenant: { id: string }, name: 'oidc'): Promise<string | null> {
  return inTenant(tenant, async (db) => {
    const [row] = await db.select().from(tenantSecrets).where(eq(tenantSecrets.name, name))
    return row ? unseal(purpose, tenant.id, row.sealed).toString('utf8') : null
  })
}

export function saveSecret(tenant: { id: string }, name: 'oidc', secret: string, now: Date): Promise<void> {
  const sealed = seal(purpose, tenant.id, Buffer.from(secret))
  return inTenant(tenant, async (db) => {
    await db
      .insert(tenantSecrets)
      .values({ name, sealed, setAt: now })
      .onConflictDoUpdate({
        target: [tenantSecrets.tenantId, tenantSecrets.name],
        set: { sealed, setAt: now },
      })
  })
}

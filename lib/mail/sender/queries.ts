import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { mailHealth, people, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { secretsSetAt } from '../../auth/secrets'
import { inTenant } from '../../db'
import { passwordName } from './rules'

type City = { id: string }

export function findMailHealth(tenant: City) {
  return inTenant(tenant, async (db) => (await db.select().from(mailHealth))[0] ?? null)
}

/** How the city's letters leave, with since when a password is known, and the mailboxes that are left alone. */
export function findSender(tenant: City, { server }: Tenant['mail']) {
  return inTenant(tenant, async (db) => {
    const [health] = await db.select().from(mailHealth)
    const names = server ? [passwordName(server)] : []
    const passwordSetAt = [...(await secretsSetAt(db, names)).values()][0] ?? null
    const suppressed = await db.select().from(refusedMailboxes).orderBy(desc(refusedMailboxes.at)).limit(100)
    return { health: health ?? null, passwordSetAt, suppressed }
  })
}
export type Sender = Awaited<ReturnType<typeof findSender>>

/** Where a test letter is meant to go, unless another address is typed. */
export function findEmail(tenant: City, personId: string): Promise<string> {
  return inTenant(tenant, async (db) => {
    const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId))
    return row?.email ?? ''
  })
}

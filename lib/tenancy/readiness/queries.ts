import 'server-only'
import { and, countDistinct, eq } from 'drizzle-orm'
import { grants, hosts } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inRegistry, inTenant } from '../../db'
import { inForce } from '../../people/roles/queries'
import type { Readiness } from './rules'

/** What a city has today of what it needs before it opens. */
export async function findReadiness(tenant: Tenant): Promise<Readiness> {
  const [roles, unprovedHosts] = await Promise.all([
    inTenant(tenant, async (db) => ({
      moderators: await countPeople(db, 'moderator'),
      owners: await countPeople(db, 'owner'),
    })),
    listUnprovedHosts(tenant),
  ])
  return { tenant, ...roles, unprovedHosts, hasSender: hasSender(tenant) }
}

async function countPeople(db: Db, role: 'moderator' | 'owner'): Promise<number> {
  const [row] = await db
    .select({ count: countDistinct(grants.personId) })
    .from(grants)
    .where(and(inForce, eq(grants.role, role)))
  return row?.count ?? 0
}

async function listUnprovedHosts(tenant: Tenant): Promise<string[]> {
  const rows = await inRegistry((db) => db.select().from(hosts).where(eq(hosts.cityId, tenant.id)))
  return rows.filter(({ status }) => status !== 'active').map(({ host }) => host)
}

/** The demonstration keeps its letters in a mailbox of its own; elsewhere they need a server to leave by. */
export function hasSender(tenant: Tenant): boolean {
  return Boolean(process.env.SMTP_URL) || process.env.PARVIS_DEMO !== '0' || tenant.mail.server !== undefined
}

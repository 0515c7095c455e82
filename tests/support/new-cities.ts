import { randomUUID } from 'node:crypto'
import { asOperator } from '@/lib/db/operator'
import { type Publication, publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'

export const now = new Date('2026-11-21T12:00:00Z')

export const owner = () => process.env.OWNER_DATABASE_URL!

/** A city of this test alone. */
export function aCity(change: object = {}): Tenant {
  const id = `v${randomUUID().slice(0, 8)}`
  const hosts = { shared: `${id}.localhost`, aliases: [] }
  return Tenant.parse({ ...structuredClone(belleville), id, hosts, ...change })
}

export const publish = (tenant: Tenant, change: Partial<Publication> = {}) =>
  asOperator(owner(), ({ inCity }) =>
    inCity(tenant, (db) =>
      publishSettings(db, {
        tenant,
        base: null,
        author: 'seed',
        note: null,
        reason: 'first_rules',
        now,
        ...change,
      }),
    ),
  )

import { randomBytes } from 'node:crypto'
import { connectAsOwner } from '@/lib/db/administration'
import { migrateDatabase } from '@/lib/db/migrate'
import { asOperator } from '@/lib/db/operator'
import { closeDatabase } from '@/lib/db'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'

/** A city that nobody has come to yet, with a host of its own. */
export async function aCity(detail: Partial<Tenant> = {}): Promise<Tenant> {
  const id = detail.id ?? `ville-${randomBytes(4).toString('hex')}`
  const tenant = Tenant.parse({ ...belleville, hosts: { shared: `${id}.test` }, ...detail, id })
  const publication = {
    tenant,
    base: null,
    author: 'test',
    note: null,
    reason: 'first_rules',
    now: new Date(),
  }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(tenant, (db) => publishSettings(db, publication)),
  )
  await refreshRegistry()
  return tenant
}

/** Another installation: its own database, its own master secret. `visit` works there until it is over. */
export async function anotherInstallation() {
  const name = `elsewhere_${randomBytes(4).toString('hex')}`
  const cluster = connectAsOwner(process.env.SUPERUSER_DATABASE_URL!)
  await cluster`create database ${cluster(name)} owner parvis_owner`
  const [here, there] = [environment(), { ...environment(), MASTER_SECRET: randomBytes(24).toString('hex') }]
  for (const url of ['APP_DATABASE_URL', 'OWNER_DATABASE_URL'] as const)
    there[url] = Object.assign(new URL(here[url]!), { pathname: `/${name}` }).href
  await migrateDatabase(there.OWNER_DATABASE_URL!, {
    app: new URL(here.APP_DATABASE_URL!).password,
    operator: new URL(process.env.OPERATOR_DATABASE_URL!).password,
  })
  return {
    visit: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await move(there)
      return work().finally(() => move(here))
    },
    close: async () => {
      await cluster`drop database ${cluster(name)} with (force)`
      await cluster.end()
    },
  }
}

const environment = () => ({
  APP_DATABASE_URL: process.env.APP_DATABASE_URL,
  OWNER_DATABASE_URL: process.env.OWNER_DATABASE_URL,
  MASTER_SECRET: process.env.MASTER_SECRET,
})

async function move(to: ReturnType<typeof environment>): Promise<void> {
  await closeDatabase()
  Object.assign(process.env, to)
}

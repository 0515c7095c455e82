import { randomBytes } from 'node:crypto'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator } from '@/lib/db/operator'
import { closeDatabase } from '@/lib/db'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { beforeAnyCity } from './databases'

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
  await cluster`create database ${cluster(name)} template ${cluster(beforeAnyCity)} owner parvis_owner`
  const [here, there] = [environment(), { ...environment(), MASTER_SECRET: randomBytes(24).toString('hex') }]
  for (const url of ['APP_DATABASE_URL', 'OWNER_DATABASE_URL'] as const)
    there[url] = Object.assign(new URL(here[url]!), { pathname: `/${name}` }).href
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

/** How many rows of a city there are in all tables together, whatever wall stands around them. */
export async function countRows(city: { id: string }): Promise<number> {
  const everyone = connectAsOwner(process.env.SUPERUSER_DATABASE_URL!)
  const tables = await everyone<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
  const counts = tables.map(
    ({ name }) => everyone`select count(*) from ${everyone(name)} where tenant_id = ${city.id}`,
  )
  const rows = await Promise.all(counts)
  await everyone.end()
  return rows.reduce((sum, [row]) => sum + Number(row!.count), 0)
}

/** What is signed of a city that is gone, altered behind everybody's back. */
export async function touchProof(city: { id: string }): Promise<void> {
  const everyone = connectAsOwner(process.env.SUPERUSER_DATABASE_URL!)
  await everyone`update registry.departures set rows = rows || '{"ideas": 0}' where city_id = ${city.id}`
  await everyone.end()
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

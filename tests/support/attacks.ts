import postgres from 'postgres'
import { grants } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import type { GrantedRole } from '@/lib/people/rules'
import { siteForHost } from '@/lib/tenancy/registry'
import type { Tenant } from '@/tenants/tenant'
import { aPerson, aSession, type SignedIn } from './factories'
import { sources } from './sources'

export const hostOf = ({ id }: { id: string }) => `${id}.test`

/** The cookie that a session of a city is in the browser it was opened in. */
export async function cookieOf(city: Tenant, session: SignedIn): Promise<string> {
  const site = await siteForHost(hostOf(city))
  const expiresAt = new Date(Date.now() + 3_600_000)
  return `${sessionCookieName()}=${signSession(city.id, site!.sessionEpoch, { ...session, expiresAt })}`
}

/** Somebody who holds these roles everywhere in a city, signed in. */
export async function comesIn(city: Tenant, roles: readonly GrantedRole[] = []): Promise<string> {
  const personId = await aPerson(city)
  const since = { personId, startsAt: new Date(Date.now() - 60_000) }
  if (roles.length > 0)
    await inTenant(city, (db) => db.insert(grants).values(roles.map((role) => ({ role, ...since }))))
  return cookieOf(city, await aSession(city, personId))
}

/** Every server action by its name, and the wrapper that says who may call it: both from the tree. */
export const actionsThere = sources
  .filter(({ path }) => path.endsWith('/actions.ts'))
  .flatMap(({ path, text }) =>
    [...text.matchAll(/^export const (\w+) = (\w+)Action\(/gm)].map(([, name, wrapper]) => ({
      key: `${path.slice('lib/'.length, -'/actions.ts'.length)}#${name}`,
      ...{ path, name: name!, wrapper: wrapper! },
    })),
  )

/** How often somebody asked is counted whatever comes of it. */
const counters = ['rate_limits']

/** What each table holds of some cities, in two figures: the same figures, the same rows. */
export async function stateOf(cities: Tenant[]): Promise<Record<string, string>> {
  const client = postgres(process.env.SUPERUSER_DATABASE_URL!, { max: 1, onnotice: () => {} })
  const tables = await client<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'`
  const ids = cities.map(({ id }) => `'${id}'`).join(', ')
  const each = tables
    .filter(({ name }) => !counters.includes(name))
    .map(
      ({ name }) => `
        select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(x::text, 0)::numeric), 0) as held
        from "${name}" x where tenant_id in (${ids})`,
    )
  const rows = await client.unsafe<{ name: string; held: string }[]>(each.join(' union all '))
  await client.end()
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]))
}

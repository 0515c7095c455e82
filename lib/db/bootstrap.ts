import { CannotStart } from '../server/start/cannot-start'
import { connectAsOwner, executeQuoted, type OwnerClient } from './administration'

const owner = 'parvis_owner'

/**
 * The address to own the tables by. A superuser would walk through every wall, so given one it makes an owner that is
 * none and steps down to it; any other role is taken as it is, if it can do what is needed.
 */
export async function ownerAddress(url: string, ownerPassword: string, database?: string): Promise<string> {
  const client = connectAsOwner(url)
  try {
    const role = await roleOf(client)
    const refusal = roleRefusal(role)
    if (refusal) throw new CannotStart(refusal)
    if (role.super) return await stepDown(client, url, ownerPassword, database ?? role.database)
    await client`revoke execute on function pg_catalog.set_config(text, text, boolean) from public`.catch(
      () => {},
    )
    return url
  } finally {
    await client.end()
  }
}

/** Why this role cannot own the tables, or null. A superuser only makes the owner and steps down to it. */
export function roleRefusal({ name, version, ...role }: Role): string | null {
  if (version < 150_000) {
    return `DATABASE_URL leads to Postgres ${Math.floor(version / 10_000)}: 15 or later is needed.`
  }
  if (role.super) return null
  if (role.bypass) return `DATABASE_URL: the role ${name} has BYPASSRLS and must not have it.`
  return role.createrole ? null : `DATABASE_URL: the role ${name} needs CREATEROLE and lacks it.`
}

type Role = {
  name: string
  super: boolean
  bypass: boolean
  createrole: boolean
  version: number
  database: string
}

async function roleOf(client: OwnerClient): Promise<Role> {
  try {
    const [role] = await client<Role[]>`
      select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreaterole as createrole,
        current_setting('server_version_num')::int as version, current_database() as database
      from pg_roles where rolname = current_user`
    return role!
  } catch (error) {
    throw new CannotStart(`DATABASE_URL: Postgres does not let us in (${reasonOf(error)}).`)
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return code && /^E[A-Z]+$/.test(code) ? code : (message ?? 'no reason given').split('\n')[0]!
}

async function stepDown(
  client: OwnerClient,
  url: string,
  password: string,
  database: string,
): Promise<string> {
  const [known] = await client`select from pg_roles where rolname = ${owner}`
  if (!known) await executeQuoted(client, 'create role %I', owner)
  await executeQuoted(
    client,
    'alter role %I login createrole nosuperuser nobypassrls password %L',
    owner,
    password,
  )
  const [made] = await client`select from pg_database where datname = ${database}`
  if (!made) await executeQuoted(client, 'create database %I', database)
  await executeQuoted(client, 'alter database %I owner to %I', database, owner)

  const inside = connectAsOwner(url, database)
  try {
    await inside`revoke execute on function pg_catalog.set_config(text, text, boolean) from public`
    await inside`grant execute on function pg_catalog.set_config(text, text, boolean) to parvis_owner`
    await inside`grant set on parameter session_replication_role to parvis_owner`
  } finally {
    await inside.end()
  }
  return withRole(url, owner, password, database)
}

/** The same server and database, as another role. */
export function withRole(url: string, role: string, password: string, database?: string): string {
  const address = new URL(url)
  address.username = role
  address.password = password
  if (database) address.pathname = `/${database}`
  return address.href
}

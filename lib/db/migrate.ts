import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import type { TransactionSql } from 'postgres'
import { connectAsOwner, executeQuoted, type OwnerClient } from './administration'

const walls = 'drizzle/walls.sql'
const functions = 'drizzle/functions'
const silent = new Logger(() => () => {})

/**
 * Brings the tables to what this version of the product needs, as their owner, and puts the walls up. One process at a
 * time: the others wait. Each password becomes that of a role the product connects as.
 */
export async function migrateDatabase(
  ownerUrl: string,
  { app, operator }: { app: string; operator: string },
): Promise<void> {
  const client = connectAsOwner(ownerUrl)
  try {
    await client`select pg_advisory_lock(7391)`
    await migrate(drizzle({ client }), { migrationsFolder: 'drizzle/migrations' })
    await runMigrations({ connectionString: ownerUrl, logger: silent })
    await raiseWalls(client)
    await executeQuoted(client, 'alter role parvis_app password %L', app)
    await executeQuoted(client, 'alter role parvis_operator login password %L', operator)
  } finally {
    await client.end()
  }
}

/**
 * Walls and functions, all of them again in one transaction, whenever one changed or a table joined: what they were is
 * dropped first, so that a function may change its shape. When nothing changed no table is locked under a running server.
 */
async function raiseWalls(client: OwnerClient): Promise<void> {
  const parts = await Promise.all([walls, ...(await functionFiles())].map((file) => readFile(file, 'utf8')))
  const tables = await readFile('drizzle/migrations/meta/_journal.json', 'utf8')
  const digest = createHash('sha256').update(parts.concat(tables).join('\0')).digest('hex')
  const [raised] = await client`select obj_description(to_regnamespace('app')::oid, 'pg_namespace') as digest`
  if (raised?.digest === digest) return
  await client.begin(async (transaction) => {
    await dropFunctions(transaction)
    for (const part of parts) await transaction.unsafe(part)
    await executeQuoted(transaction, 'comment on schema app is %L', digest)
  })
}

async function dropFunctions(transaction: TransactionSql): Promise<void> {
  const known = await transaction<{ name: string }[]>`
    select oid::regprocedure::text as name from pg_proc where pronamespace = to_regnamespace('app')`
  for (const { name } of known) await transaction.unsafe(`drop function if exists ${name} cascade`)
}

async function functionFiles(): Promise<string[]> {
  const files = await readdir(functions).catch(() => [])
  return files
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => `${functions}/${file}`)
}

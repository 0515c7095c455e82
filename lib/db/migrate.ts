import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import { connectAsOwner, executeQuoted } from './administration'

const functions = 'drizzle/functions'
const silent = new Logger(() => () => {})

/**
 * Brings the tables to what this version of the product needs, as their owner, and puts the walls up. One process at a
 * time: the others wait. `appPassword` becomes the password of the role the application connects as.
 */
export async function migrateDatabase(ownerUrl: string, appPassword: string): Promise<void> {
  const client = connectAsOwner(ownerUrl)
  try {
    await client`select pg_advisory_lock(7391)`
    await migrate(drizzle({ client }), { migrationsFolder: 'drizzle/migrations' })
    await runMigrations({ connectionString: ownerUrl, logger: silent })
    await putUpWalls(client)
    await executeQuoted(client, 'alter role parvis_app password %L', appPassword)
  } finally {
    await client.end()
  }
}

/**
 * Walls and functions lock every table for a moment, which a busy process beside this one would feel: they are put up
 * again only when they, or the tables, are not those that the database says it has.
 */
async function putUpWalls(client: ReturnType<typeof connectAsOwner>): Promise<void> {
  const files = ['drizzle/walls.sql', ...(await functionFiles()).map((file) => `${functions}/${file}`)]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const tables = await readFile('drizzle/migrations/meta/_journal.json', 'utf8')
  const digest = createHash('sha256')
    .update([tables, ...texts].join('\0'))
    .digest('hex')
  const [had] = await client`select obj_description(to_regnamespace('app'), 'pg_namespace') as digest`
  if (had?.digest === digest) return
  for (const text of texts) await client.unsafe(text)
  await executeQuoted(client, 'comment on schema app is %L', digest)
}

async function functionFiles(): Promise<string[]> {
  const files = await readdir(functions).catch(() => [])
  return files.filter((file) => file.endsWith('.sql')).sort()
}

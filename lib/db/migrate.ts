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
    await client.unsafe(await readFile('drizzle/walls.sql', 'utf8'))
    for (const file of await functionFiles())
      await client.unsafe(await readFile(`${functions}/${file}`, 'utf8'))
    await executeQuoted(client, 'alter role parvis_app password %L', appPassword)
  } finally {
    await client.end()
  }
}

async function functionFiles(): Promise<string[]> {
  const files = await readdir(functions).catch(() => [])
  return files.filter((file) => file.endsWith('.sql')).sort()
}

import { readFile } from 'node:fs/promises'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'

/**
 * Brings the tables to what this version of the product needs, as their owner, and puts the walls up. One process at a
 * time: the others wait. `appPassword` becomes the password of the role the application connects as.
 */
export async function migrateDatabase(ownerUrl: string, appPassword: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(7391)`
    await migrate(drizzle({ client }), { migrationsFolder: 'drizzle/migrations' })
    await runMigrations({ connectionString: ownerUrl })
    await client.unsafe(await readFile('drizzle/walls.sql', 'utf8'))
    await client.unsafe(`alter role parvis_app password '${appPassword.replaceAll("'", "''")}'`)
  } finally {
    await client.end()
  }
}

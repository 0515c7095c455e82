import { hkdfSync } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownerAddress, withRole } from '../../db/bootstrap'
import { migrateDatabase } from '../../db/migrate'
import { CannotStart } from './cannot-start'
import { holderOf, lockDataFolder, masterSecret, openDataFolder } from './data-folder'
import type { Environment } from './environment'
import { type Embedded, startEmbedded } from '../postgres/embedded'

type PostgresSettings = Record<string, string>
export type RunningDatabase = { close: (patience?: number) => Promise<void> }

/**
 * Opens the data folder and the database, brings the tables up to date, and tells the rest of the process where they are.
 * A command run beside the server uses the server's database.
 */
export async function openDatabase(
  environment: Environment,
  settings: PostgresSettings = {},
): Promise<RunningDatabase> {
  openFolder(environment)
  if (environment.DATABASE_URL) {
    await prepare(environment.DIRECT_DATABASE_URL ?? environment.DATABASE_URL)
    if (environment.DIRECT_DATABASE_URL) goThroughPooler(environment.DATABASE_URL)
    return { close: async () => {} }
  }
  const unlock = lockDataFolder(environment.DATA_DIR)
  const embedded = await startEmbedded(environment.DATA_DIR, settings).catch((error) => {
    unlock()
    throw error
  })
  const close = closing(embedded, environment.DATA_DIR, unlock)
  await prepare(embedded.superuserUrl, 'parvis').catch(async (error) => {
    await close()
    throw error
  })
  writeFileSync(addressFile(environment.DATA_DIR), embedded.superuserUrl, { mode: 0o600 })
  return { close }
}

/** For the commands run beside a server, or without one: `work` has the same database as the server. */
export async function withDatabase<Result>(
  environment: Environment,
  work: () => Promise<Result>,
): Promise<Result> {
  const beside = !environment.DATABASE_URL && holderOf(environment.DATA_DIR) !== null
  const database = beside ? await openBeside(environment) : await openDatabase(environment)
  try {
    return await work()
  } finally {
    const { closeDatabase } = await import('../../db')
    await closeDatabase()
    await database.close()
  }
}

/** The server holds the data folder: its Postgres is running, and its tables are up to date. */
async function openBeside(environment: Environment): Promise<RunningDatabase> {
  openFolder(environment)
  await prepare(readFileSync(addressFile(environment.DATA_DIR), 'utf8'), 'parvis')
  return { close: async () => {} }
}

function openFolder({ DATA_DIR, MASTER_SECRET }: Environment) {
  openDataFolder(DATA_DIR)
  process.env.DATA_DIR = DATA_DIR
  process.env.MASTER_SECRET = masterSecret(DATA_DIR, MASTER_SECRET)
}

async function prepare(url: string, database?: string) {
  const ownerUrl = await ownerAddress(url, passwordOf('parvis_owner'), database)
  const [app, operator] = [passwordOf('parvis_app'), passwordOf('parvis_operator')]
  await migrateDatabase(ownerUrl, { app, operator })
  process.env.OWNER_DATABASE_URL = ownerUrl
  process.env.APP_DATABASE_URL = withRole(ownerUrl, 'parvis_app', app)
  process.env.OPERATOR_DATABASE_URL = withRole(ownerUrl, 'parvis_operator', operator)
}

/** Migrations and news need a connection of their own; all else goes through the pooler that stands before Postgres. */
function goThroughPooler(url: string) {
  process.env.DIRECT_DATABASE_URL = process.env.APP_DATABASE_URL
  process.env.APP_DATABASE_URL = withRole(url, 'parvis_app', passwordOf('parvis_app'))
}

/** The same in every process that knows the master secret, so that several can share a Postgres. */
function passwordOf(role: string): string {
  const master = process.env.MASTER_SECRET
  if (!master) throw new CannotStart('MASTER_SECRET is missing.')
  return Buffer.from(hkdfSync('sha256', master, 'postgres', role, 24)).toString('hex')
}

function closing({ stop }: Embedded, dataDir: string, unlock: () => void) {
  return async (patience?: number) => {
    await stop(patience)
    rmSync(addressFile(dataDir), { force: true })
    unlock()
  }
}

const addressFile = (dataDir: string) => join(dataDir, 'postgres-address')

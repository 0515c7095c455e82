import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '../../lib/db'
import { connectAsOwner } from '../../lib/db/administration'
import { openDatabase } from '../../lib/server/start/database'
import { readEnvironment } from '../../lib/server/start/environment'
import { seedCities } from '../../lib/tenancy/seed'
import { beforeAnyCity, databaseOf, desks } from './databases'

type Shared = { parvisTests?: { users: number; begun: Promise<() => Promise<void>> } }

/** One Postgres for all data tests, however many projects they are read in, until the last of them has ended. */
export default async function startTestDatabase() {
  const shared = globalThis as Shared
  const database = (shared.parvisTests ??= { users: 0, begun: startOne() })
  database.users++
  const close = await database.begun
  return async () => {
    if (--database.users > 0) return
    delete shared.parvisTests
    await close()
  }
}

/** In a folder of its own, with the demo's cities. Losing it to a power cut is fine. */
async function startOne() {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-tests-'))
  await chmod(folder, 0o711)
  const environment = readEnvironment({ ...process.env, DATA_DIR: folder, PARVIS_DEMO: '1' })
  const database = await openDatabase(environment, { fsync: 'off', max_connections: '200' })
  process.env.PARVIS_DEMO = '1'
  process.env.SUPERUSER_DATABASE_URL = await superuserAddress(folder)
  await copyTo(beforeAnyCity)
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date())
  await closeDatabase()
  for (const desk of desks) await copyTo(databaseOf(desk))

  return async () => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyTo(name: string): Promise<void> {
  const elsewhere = Object.assign(new URL(process.env.SUPERUSER_DATABASE_URL!), { pathname: '/postgres' })
  const cluster = connectAsOwner(elsewhere.href)
  await cluster`create database ${cluster(name)} template parvis owner parvis_owner`
  await cluster.end()
}

async function superuserAddress(folder: string): Promise<string> {
  const address = new URL(await readFile(join(folder, 'postgres-address'), 'utf8'))
  address.pathname = '/parvis'
  return address.href
}

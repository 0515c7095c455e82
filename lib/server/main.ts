import { closeDatabase } from '../db'
import { startWorker } from '../jobs/worker'
import { hearChanges } from '../tenancy/freshness'
import { refreshRegistry } from '../tenancy/registry'
import { seedDemo } from '../tenancy/demo/commands'
import { openDatabase } from './database'
import { openDemo } from './demo/open'
import { endOnSignal } from './ending'
import { createFront } from './front'
import { type Environment, readEnvironment } from './environment'
import { takePort } from './listening'
import { buildNext } from './next-build'
import { startNext } from './next-app'
import { openSupportDesk } from './support-desk'
import { printAddresses } from './welcome'

/** The product, from nothing to answering. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const environment = readEnvironment(process.env)
  publish(environment)
  const door = await takePort(environment.PORT, environment.HOST)
  const database = await openDatabase(environment)
  const opened = { database, door }
  if (!dev) await buildNext()
  if (environment.demo) await seedDemo(process.env.OWNER_DATABASE_URL ?? '', new Date(), console.log)
  await refreshRegistry()
  openSupportDesk()
  const hearing = await hearChanges()
  const demo = environment.demo ? await openDemo(environment.DATA_DIR) : null
  const worker = environment.WORKER === 'inside' ? startWorker(process.env.OWNER_DATABASE_URL ?? '') : null
  const next = await startNext(door.server, { dev })
  door.open(createFront({ renderNext: next.renderNext, dev }))
  endOnSignal([
    (isHurried) => door.close(isHurried() ? 500 : 6000),
    () => next.close(),
    () => worker?.close(),
    () => demo?.close(),
    () => hearing.stop(),
    () => closeDatabase(),
    () => opened.database.close(2000),
  ])
  await printAddresses(environment)
}

/** What the rest of the process reads from its environment. */
function publish({ PORT, demo }: Environment) {
  process.env.PORT = String(PORT)
  process.env.PARVIS_DEMO = demo ? '1' : '0'
}

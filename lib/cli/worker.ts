import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startWorker } from '../jobs/worker'
import { CannotStart, runCommand } from '../server/start/cannot-start'
import { withDatabase } from '../server/start/database'
import { type Environment, readEnvironment } from '../server/start/environment'
import { hearChanges } from '../tenancy/freshness'
import { refreshRegistry } from '../tenancy/registry'

await runCommand(async () => {
  const environment = readEnvironment(process.env)
  process.env.PORT = String(environment.PORT)
  process.env.PARVIS_DEMO = environment.demo ? '1' : '0'
  process.env.SMTP_URL ||= demoMailbox(environment)
  await withDatabase(environment, async () => {
    await refreshRegistry()
    const hearing = await hearChanges()
    const worker = startWorker(process.env.OWNER_DATABASE_URL ?? '')
    console.log('The worker is ready.')
    await toldToStop()
    await worker.close()
    await hearing.stop()
  })
  process.exit(0)
})

function toldToStop(): Promise<unknown> {
  const stopped = Promise.race(
    ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => new Promise((stop) => process.once(signal, stop))),
  )
  return stopped.then(() => setTimeout(() => process.exit(1), 9_500).unref())
}

/** In a demo, letters go to the mailbox of the server beside it. */
function demoMailbox({ DATA_DIR }: Environment): string {
  try {
    return readFileSync(join(DATA_DIR, 'mailbox-address'), 'utf8')
  } catch {
    throw new CannotStart('SMTP_URL is missing: no demo server has written where its mailbox is.')
  }
}

import type { RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { startWorker } from '../../jobs/worker'
import { seedDemo } from '../../tenancy/demo/commands'
import { hearChanges } from '../../tenancy/freshness'
import { refreshRegistry } from '../../tenancy/registry'
import { openDatabase } from './database'
import { demoCast } from '../demo/actors'
import { settleDemoOperator } from '../demo/operator'
import { openDemo } from '../demo/open'
import { closeAll, endOnSignal, type Opened } from './ending'
import { type Environment, readEnvironment } from './environment'
import { answerCertificate, asksForCertificate, recallHosts, rememberHosts } from '../front/certificates'
import { createFront } from '../front/front'
import { takePort } from './listening'
import { startNext } from './next-app'
import { buildNext, isBuilt } from './next-build'
import { openSecurityContact } from '../front/security-contact'
import { openSeatDesk } from '../front/seat-desk'
import { openFrameDesk } from '../front/frame-desk'
import { openWishDesk } from '../front/wish-desk'
import { openSupportDesk } from '../front/support-desk'
import { printAddresses } from './welcome'

/** The product, from nothing to answering. What was opened is closed again, whether it is told to end or cannot begin. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const environment = readEnvironment(process.env)
  tellProcess(environment)
  outliveItsReader()
  const opened: Opened = {}
  const told = endOnSignal(opened)
  try {
    await openEverything(environment, opened, dev, told)
  } catch (error) {
    if (told.aborted) return
    await closeAll(opened, () => true)
    throw error
  }
  await printAddresses(environment)
}

async function openEverything(environment: Environment, opened: Opened, dev: boolean, told: AbortSignal) {
  const door = (opened.door = await takePort(environment.PORT, environment.HOST))
  recallHosts(environment.DATA_DIR)
  door.open(onlyCertificates)
  await (opened.database = openDatabase(environment))
  const early = dev || isBuilt() ? startNext(door.server, { dev }) : null
  early?.catch(() => {})
  if (!early) await buildNext(told)
  const ownerUrl = process.env.OWNER_DATABASE_URL ?? ''
  if (environment.demo) await seedDemo(ownerUrl, new Date(), console.log, demoCast)
  await untilAnswered(refreshRegistry)
  rememberHosts(environment.DATA_DIR)
  opened.hearing = await hearChanges()
  if (environment.demo) await settleDemoOperator()
  openSupportDesk()
  openSeatDesk()
  openWishDesk()
  openFrameDesk()
  openSecurityContact()
  if (environment.demo) opened.demo = await openDemo(environment.DATA_DIR)
  if (environment.WORKER === 'inside') opened.worker = startWorker(ownerUrl)
  const next = (opened.next = await (early ?? startNext(door.server, { dev })))
  door.open(createFront({ renderNext: next.renderNext, dev }) satisfies RequestListener)
}

/** All that can be answered while the database may still be away. */
const onlyCertificates: RequestListener = (request, response) => {
  if (asksForCertificate(request)) answerCertificate(request, response)
  else response.writeHead(503, { 'retry-after': '2' }).end()
}

/** The database has answered before; a machine with much to do at once may still let a question run out of time. */
async function untilAnswered(ask: () => Promise<unknown>, tries = 8): Promise<void> {
  try {
    await ask()
  } catch (error) {
    if (tries === 0) throw error
    await pause(500)
    await untilAnswered(ask, tries - 1)
  }
}

/** What the rest of the process reads from its environment. */
function tellProcess({ PORT, demo }: Environment) {
  process.env.PORT = String(PORT)
  process.env.PARVIS_DEMO = demo ? '1' : '0'
}

/** When whoever read its output is gone, a process that cannot say so would say so for ever. */
function outliveItsReader() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

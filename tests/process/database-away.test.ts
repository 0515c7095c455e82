import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { openDatabase, type RunningDatabase } from '@/lib/server/start/database'
import { readEnvironment } from '@/lib/server/start/environment'
import { openSupportDesk } from '@/lib/server/front/support-desk'
import { type HostSite, siteForHost } from '@/lib/tenancy/registry'
import { seedCities } from '@/lib/tenancy/seed'
import { rush, signedInCrowd } from '../bench/crowd'
import { ledgerOf } from '../bench/supports-ledger'
import { anIdea, paris } from '../support/factories'
import { openFront, tellingKitchen } from '../support/front'
import { aFolder, removeFolders } from '../support/product'

let [database, front, site, folder] = [] as unknown as [
  RunningDatabase,
  Awaited<ReturnType<typeof openFront>>,
  HostSite,
  string,
]

beforeAll(async () => {
  folder = await aFolder()
  database = await openDatabase(readEnvironment({ DATA_DIR: folder, PARVIS_DEMO: '1' }))
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date())
  openSupportDesk()
  front = await openFront(tellingKitchen().listener)
  site = (await siteForHost('decider.paris.localhost'))!
})

afterAll(async () => {
  await front.close()
  await closeDatabase()
  await database.close()
  await removeFolders()
})

async function postmaster(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
}

async function backends(): Promise<number[]> {
  const said = execFileSync('ps', ['-o', 'pid=', '--ppid', String(await postmaster())], { encoding: 'utf8' })
  return said.trim().split(/\s+/).map(Number)
}

/** Killing one backend makes Postgres end the others: one that is gone by then needs no more signal. */
function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

test('while Postgres is frozen every support is answered 503 within three seconds; then it counts again', async () => {
  const idea = await anIdea(paris)
  const asks = (await signedInCrowd(site, 60)).map((cookie) => ({ method: 'PUT' as const, cookie }))
  const way = { port: front.port, site, path: `/api/v1/ideas/${idea.id}/support` }
  expect((await rush(way, asks.slice(0, 10), 5)).statuses).toEqual({ 200: 10 })
  const frozen = [await postmaster(), ...(await backends())]
  signal(frozen, 'SIGSTOP')
  const during = await rush(way, asks.slice(10, 40), 30).finally(() => signal(frozen, 'SIGCONT'))
  expect(during.statuses).toEqual({ 503: 30 })
  expect(during.p99).toBeLessThan(3000)
  await pause(500)
  expect((await rush(way, asks, 20)).statuses).toEqual({ 200: 60 })
  expect(await ledgerOf(paris, idea.id)).toMatchObject({ rows: 60, counter: 60 })
})

test('when Postgres is killed no answer is a broken one, and nothing acknowledged is lost', async () => {
  const idea = await anIdea(paris)
  const asks = (await signedInCrowd(site, 3000)).map((cookie) => ({ method: 'PUT' as const, cookie }))
  const way = { port: front.port, site, path: `/api/v1/ideas/${idea.id}/support` }
  const running = rush(way, asks, 40)
  await pause(60)
  signal(await backends(), 'SIGKILL')
  const { statuses, acknowledged } = await running
  expect(Object.keys(statuses).filter((status) => status !== '200' && status !== '503')).toEqual([])
  expect(statuses[503]).toBeGreaterThan(0)
  await expect.poll(() => ledgerOf(paris, idea.id).catch(() => null), { timeout: 15_000 }).not.toBeNull()
  const { rows, counter } = await ledgerOf(paris, idea.id)
  expect(rows).toBe(counter)
  expect(rows).toBeGreaterThanOrEqual(acknowledged.filter(Boolean).length)
  expect((await rush(way, asks, 40)).statuses).toEqual({ 200: 3000 })
  expect(await ledgerOf(paris, idea.id)).toMatchObject({ rows: 3000, counter: 3000 })
})

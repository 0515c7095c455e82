import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectAsOwner } from '../../db/administration'
import { CannotStart } from '../start/cannot-start'
import { type Account, postgresAccount } from './account'
import { postgresBinaries } from './binaries'
import { clusterFolder, madeCluster, runAs } from './cluster'
import { stopLeftover, stopPostgres } from './leftover'

export type Embedded = { superuserUrl: string; stop: (patience?: number) => Promise<void> }

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '128MB',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_min_messages: 'warning',
}

/** Starts the Postgres that comes with the product, on a free port of this machine only; makes it the first time. */
export async function startEmbedded(dataDir: string, more: Record<string, string> = {}): Promise<Embedded> {
  const account = postgresAccount()
  const binaries = await postgresBinaries(account)
  const folder = await clusterFolder(dataDir, account)
  await stopLeftover(folder)
  const password = await madeCluster(binaries, folder, dataDir, account)
  const port = await freePort()
  const words = Object.entries({ ...settings, ...more, port: `${port}` }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const running = keepRunning(join(binaries, 'bin/postgres'), ['-D', folder, ...words], account, dataDir)
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await answering(superuserUrl, running.isRunning, dataDir)
  running.hasBegun()
  return { superuserUrl, stop: running.stop }
}

/** Once it has begun it begins again should it ever end by itself: there is nobody else to see to it. */
function keepRunning(program: string, words: string[], account: Account | null, dataDir: string) {
  let isStopping = false
  let hasBegun = false
  let failures = 0
  let child = begin()
  return {
    hasBegun: () => void (hasBegun = true),
    isRunning: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    stop: async (patience?: number) => {
      isStopping = true
      if (child.pid) await stopPostgres(child.pid, patience)
    },
  }

  function begin(): ChildProcess {
    const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600)
    const begun = spawn(program, words, { ...runAs(account), detached: true, stdio: ['ignore', log, log] })
    closeSync(log)
    stepBack(begun)
    const began = performance.now()
    begun.on('error', () => {})
    begun.on('exit', () => beginAgain(performance.now() - began))
    begun.unref()
    return begun
  }

  /** What it left in memory may take a moment to go, so it is tried a few times. */
  function beginAgain(stood: number) {
    failures = stood > 1000 ? 0 : failures + 1
    if (isStopping || !hasBegun || failures > 20) return
    console.error('The database ended by itself: starting it again ...')
    setTimeout(() => isStopping || (child = begin()), 500)
  }
}

/**
 * It shares its cores with the process that answers everyone: where both want the same one the short answer goes first,
 * and a crowd's batch, which nobody waits for alone, a moment later.
 */
function stepBack({ pid }: ChildProcess): void {
  if (!pid) return
  try {
    setPriority(pid, Math.min(19, getPriority() + 2))
  } catch {
    // It has ended already, or this machine does not let anyone choose.
  }
}

async function answering(url: string, isRunning: () => boolean, dataDir: string) {
  for (let waited = 0; waited < 60_000 && isRunning(); waited += 40) {
    const client = connectAsOwner(url)
    const answered = await client`select 1`.then(
      () => true,
      () => false,
    )
    await client.end({ timeout: 1 })
    if (answered) return
    await pause(40)
  }
  throw new CannotStart(`The database did not start: its log is ${join(dataDir, 'postgres.log')}.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

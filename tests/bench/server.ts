import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { withDatabase } from '@/lib/server/start/database'
import { readEnvironment } from '@/lib/server/start/environment'
import { buildNext } from '@/lib/server/start/next-build'
import modest from '@/lib/server/modest.json'

export type RunningServer = {
  port: number
  pid: number
  origin: string
  /** From the command to the first answer that everything is ready. */
  startedIn: number
  /** Stops it and starts it again on the same data. */
  restart: () => Promise<void>
}

type Variables = Record<string, string>

/**
 * The built product in a process and a folder of its own, as `npm start` runs it, and its database beside it. Postgres
 * keeps its usual durability: what is measured is what a city gets.
 */
export async function* withServer<Result>(
  work: (server: RunningServer) => AsyncIterable<Result>,
  variables: Variables = {},
): AsyncIterable<Result> {
  await buildNext()
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  await chmod(folder, 0o711)
  const port = await freePort()
  const environment = { ...variables, PORT: String(port), DATA_DIR: folder, PARVIS_DEMO: '1' }
  Object.assign(process.env, environment)
  let child = start(environment)
  const server: RunningServer = {
    port,
    pid: child.pid!,
    origin: `http://127.0.0.1:${port}`,
    startedIn: await untilReady(child, port),
    restart: async () => {
      await stop(child)
      child = start(environment)
      Object.assign(server, { pid: child.pid, startedIn: await untilReady(child, port) })
    },
  }
  try {
    const results: Result[] = []
    await withDatabase(readEnvironment(environment), async () => {
      for await (const result of work(server)) results.push(result)
    })
    yield* results
  } finally {
    await stop(child)
    await rm(folder, { recursive: true, force: true })
  }
}

/** A second web process on the first one's database, as on another machine: a folder of its own, no jobs. */
export async function beside({
  port: first,
}: RunningServer): Promise<{ port: number; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const url = new URL(readFileSync(join(process.env.DATA_DIR!, 'postgres-address'), 'utf8'))
  url.pathname = '/parvis'
  const port = await freePort()
  const child = start({
    PORT: String(port),
    PUBLIC_PORT: String(first),
    DATA_DIR: folder,
    DATABASE_URL: url.href,
    MASTER_SECRET: process.env.MASTER_SECRET!,
    PARVIS_DEMO: '0',
    SMTP_URL: 'smtp://127.0.0.1:9',
    WORKER: 'apart',
  })
  await untilReady(child, port)
  return {
    port,
    stop: async () => {
      await stop(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the process itself holds in memory, in bytes. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024
}

function start(environment: Variables): ChildProcess {
  const env = { ...modest.variables, ...process.env, ...environment }
  const words = [...modest.flags, 'lib/server/run.mjs', 'start']
  return spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function untilReady(child: ChildProcess, port: number): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < 180_000) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready')
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return performance.now() - began
    await pause(20)
  }
  throw new Error('The server was not ready within three minutes')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

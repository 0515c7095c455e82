import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Start = {
  variables?: Record<string, string>
  /** Where the product lies; the tree under test unless told otherwise. */
  folder?: string
  uid?: number
  /** Without any network but the machine's own. */
  alone?: boolean
  command?: string[]
}

/** The product, started as a person would start it, and everything it said. */
export class Product {
  said = ''
  readonly ended: Promise<number | null>

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly dataDir: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (this.said += String(chunk)))
    this.ended = once(child, 'exit').then(([code]) => code as number | null)
  }

  static async start({
    variables = {},
    folder,
    uid,
    alone,
    command = ['lib/server/run.mjs', 'start'],
  }: Start = {}) {
    const port = Number(variables.PORT) || (await freePort())
    const dataDir = variables.DATA_DIR ?? join(await aFolder(), 'data')
    const words = [process.execPath, ...command]
    const inside = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
    const [program, ...rest] = alone ? [...inside, ...words] : words
    const child = spawn(program!, rest, {
      cwd: folder ?? process.cwd(),
      uid,
      gid: uid,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        HOME: '/',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return new Product(child, port, dataDir)
  }

  /** Milliseconds until it said that it is ready. */
  async ready(): Promise<number> {
    const began = performance.now()
    while (!this.said.includes('Ready.')) {
      if (this.child.exitCode !== null || performance.now() - began > 120_000) throw new Error(this.said)
      await pause(10)
    }
    return performance.now() - began
  }

  async get(host: string, path = '/'): Promise<{ status: number }> {
    const asked = request({
      host: '127.0.0.1',
      port: this.port,
      path,
      headers: { host: `${host}:${this.port}` },
    })
    const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage]
    answer.resume()
    return { status: answer.statusCode! }
  }

  async stop(): Promise<number | null> {
    if (this.child.exitCode === null) this.child.kill('SIGTERM')
    return this.ended
  }

  /** The process of the Postgres that keeps its rows, or null when it is not running. */
  async postgres(): Promise<number | null> {
    const lines = await readFile(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
    return Number(lines.split('\n')[0]) || null
  }
}

const folders: string[] = []

/** A folder that any account can walk through, gone when the tests are over. */
export async function aFolder(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-process-'))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

/** A data folder in which it has begun and ended once, with the demo's cities: a copy of the one made for all, if any. */
export async function aFilledFolder(): Promise<string> {
  const dataDir = join(await aFolder(), 'data')
  const filled = process.env.PARVIS_FILLED
  if (filled) {
    await once(spawn('cp', ['-a', filled, dataDir], { stdio: 'inherit' }), 'exit')
    return dataDir
  }
  const product = await Product.start({ variables: { DATA_DIR: dataDir } })
  await product.ready()
  await product.stop()
  return dataDir
}

export const removeFolders = () =>
  Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const root = resolve('.')

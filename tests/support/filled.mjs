import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { run } from './rings.mjs'

/** A data folder in which the product has begun and ended once, with the demo's cities; null when it could not. */
export async function fill(node) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-filled-'))
  chmodSync(folder, 0o711)
  const { server, ready } = await serve(node, folder, 'ignore')
  const ended = new Promise((over) => server.on('exit', over))
  server.kill('SIGTERM')
  await ended
  return ready ? folder : null
}

/** With its owners, as Postgres wants it. */
export const copyFilled = (filled, folder) => run('cp', ['-a', `${filled}/.`, folder])

/** The product as `npm start` runs it, with the demo, on a free port. */
export async function serve(node, folder, output = 'inherit') {
  const port = String(await freePort())
  const variables = { PORT: port, DATA_DIR: folder, PARVIS_DEMO: '1', DATABASE_URL: '', SMTP_URL: '' }
  const server = spawn(node, ['lib/server/run.mjs', 'start'], {
    stdio: ['ignore', output, output === 'ignore' ? 'ignore' : 'inherit'],
    env: { ...process.env, ...variables },
  })
  return { server, port, ready: await untilReady(port, server) }
}

async function untilReady(port, server) {
  for (let tries = 0; tries < 3000 && server.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return true
    await pause(100)
  }
  return false
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}

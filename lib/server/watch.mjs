import { spawn } from 'node:child_process'
import { context } from 'esbuild'
import { options } from './bundle.mjs'

const out = 'build/dev.mjs'

/** Development: the server's code is bundled again when it changes, and the server started again. Next reloads its own. */
export async function watch() {
  let child = null
  let isEnding = false
  const watching = await context({
    ...options,
    entryPoints: ['lib/cli/dev.ts'],
    outfile: out,
    plugins: [...options.plugins, { name: 'restart', setup: (build) => build.onEnd(restart) }],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal))
  await watching.watch()

  async function restart({ errors }) {
    if (errors.length > 0 || isEnding) return
    if (child) console.log('The server’s code changed: starting it again ...')
    await stop('SIGTERM')
    if (isEnding) return
    child = spawn(process.execPath, ['--import', './lib/server/mended-driver.mjs', out], { stdio: 'inherit' })
    const started = child
    started.on('exit', (code) => started === child && process.exit(code ?? 1))
  }

  function stop(signal) {
    const stopping = child
    child = null
    if (!stopping || stopping.exitCode !== null) return
    stopping.kill(signal)
    return new Promise((over) => stopping.on('exit', over))
  }

  async function end(signal) {
    isEnding = true
    await stop(signal)
    await watching.dispose()
    process.exit(0)
  }
}

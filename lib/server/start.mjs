// What `npm start` runs first, on whatever Node the machine has (20 or later): installs what is missing, then goes on
// under the Node 24 that came with it.
import { spawn } from 'node:child_process'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { install, isInstalled, newNode } from './install.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
chdir(fileURLToPath(new URL('../..', import.meta.url)))

if (major < 20) stop(`Node 20 or later is needed, and this is ${process.versions.node}.`)
if (!isInstalled()) await install().catch((error) => stop(error.message))

const entry = process.argv[2] ?? 'start'
if (process.env.npm_lifecycle_event) followParent()
if (major > 24 || (major === 24 && minor >= 5)) {
  process.argv.splice(1, 2, fileURLToPath(new URL('run.mjs', import.meta.url)), entry)
  await import('./run.mjs')
} else {
  goOn(newNode() ?? stop(`Node 24 is not in node_modules: run npm ci --include=optional.`))
}

/** Hands over to the newer Node; signals and the exit code pass through. */
function goOn(node) {
  const script = fileURLToPath(new URL('run.mjs', import.meta.url))
  const child = spawn(node, [...process.execArgv, script, entry, ...process.argv.slice(3)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** npm tells only the shell between it and us that it must end; that the shell is gone is how we learn of it. */
function followParent() {
  const parent = process.ppid
  const isGone = () => process.ppid !== parent && process.kill(process.pid, 'SIGTERM')
  setInterval(isGone, 500).unref()
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

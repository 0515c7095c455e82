// What `npm start` runs first, on whatever Node the machine has (20 or later): installs what is missing, then goes on
// under the Node 24 that came with it.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { install, isInstalled, newNode } from './install.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
chdir(fileURLToPath(new URL('../..', import.meta.url)))

if (major < 20) stop(`Node 20 or later is needed, and this is ${process.versions.node}.`)
if (!isInstalled()) await install().catch((error) => stop(error.message))

const entry = process.argv[2] ?? 'start'
if (process.env.npm_lifecycle_event) followParent()
const isNew = major > 24 || (major === 24 && minor >= 5)
goOn(
  isNew
    ? process.execPath
    : (newNode() ?? stop('Node 24 is not in node_modules: run npm ci --include=optional.')),
)

/**
 * Hands over to a Node that is new enough; signals and the exit code pass through. What keeps it small must be said before
 * it begins, and the Dockerfile says the same: a heap that has no need to grow further, room for the answers on their way
 * to slow readers, and one arena of memory for all threads, given back as soon as it is free, where each would keep the
 * most it ever held.
 */
function goOn(node) {
  const { flags, variables } = JSON.parse(readFileSync(new URL('modest.json', import.meta.url), 'utf8'))
  const script = fileURLToPath(new URL('run.mjs', import.meta.url))
  const child = spawn(node, [...flags, ...process.execArgv, script, entry, ...process.argv.slice(3)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...variables, ...process.env },
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

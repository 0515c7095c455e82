// `npm test`: every ring of tests, on a bare machine as well. Ends with `N passed, N failed`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, isInstalled, newNode } from '../../lib/server/install.mjs'
import { findBrowser } from './browser.mjs'
import { copyFilled, fill, serve } from './filled.mjs'
import { run, runPlaywright, runVitest } from './rings.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
process.env.NEXT_TELEMETRY_DISABLED = '1'
const began = performance.now()
if (!isInstalled()) await install()
const node = resolve(newNode() ?? process.execPath)

const rings = {
  rules: () => runVitest(node, 'rules'),
  data: () => runVitest(node, 'data*'),
  journeys: () => runJourneys(),
  process: () => runVitest(node, 'process*', { PARVIS_FILLED: filled }),
  cities: runCities,
}
const ofTheProduct = ['journeys', 'process', 'cities']
/** Asks everything of everybody: some minutes, when a route, a role, a platform or the look is new. */
const onlyWhenAsked = ['cities']
const named = process.argv.slice(2).filter((name) => name in rings)
const asked = Object.keys(rings).filter((name) =>
  named.length > 0 ? named.includes(name) : !onlyWhenAsked.includes(name),
)
const total = { passed: 0, failed: 0 }

// While Postgres is made for one ring and waited for, another has work: the pages are built beside both, the demo made, and
// a browser found.
const last = asked.filter((name) => ofTheProduct.includes(name))
const finding = last.some((name) => name !== 'process') ? findBrowser() : undefined
const filling = last.length > 0 ? isBuilt().then((isThere) => isThere && fill(node)) : undefined
await Promise.all(asked.filter((name) => !last.includes(name)).map(runRing))
const filled = await filling
for (const name of last) {
  if (filled) await runRing(name)
  else total.failed++
}
if (filled) rmSync(filled, { recursive: true, force: true })

console.log(`\nIn ${minutes()}.\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function runRing(name) {
  console.log(`\n── ${name} (after ${minutes()}) ──`)
  const { passed, failed } = await rings[name]()
  total.passed += passed
  total.failed += failed
}

async function isBuilt() {
  return (await run(node, ['lib/server/run.mjs', 'build'])) === 0
}

/** Every route of every role, and every page of every city as each of them looks. */
async function runCities() {
  const asked = await runVitest(node, 'cities')
  const read = await runJourneys(['everyone-can-use-it'], { PARVIS_EVERYWHERE: '1' })
  return { passed: asked.passed + read.passed, failed: asked.failed + read.failed }
}

/** The product as `npm start` runs it, in a folder of its own, and a browser. */
async function runJourneys(files = [], also = {}) {
  const browser = await finding
  if (browser === null) {
    console.error(
      'No browser: set PARVIS_BROWSER to a Chromium, or let `npx playwright install chromium` reach the network.',
    )
    return { passed: 0, failed: 1 }
  }
  const folder = mkdtempSync(join(tmpdir(), 'parvis-journeys-'))
  chmodSync(folder, 0o711)
  await copyFilled(filled, folder)
  const { server, port, ready } = await serve(node, folder)
  const ended = new Promise((over) => server.on('exit', over))
  const told = { PARVIS_PORT: port, PARVIS_DATA: folder, PARVIS_BROWSER: browser, ...also }
  const counted = ready ? await runPlaywright(node, files, told) : { passed: 0, failed: 1 }
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
  return counted
}

function minutes() {
  const seconds = Math.round((performance.now() - began) / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

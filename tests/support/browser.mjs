import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run } from './rings.mjs'

/** Without windows first: it reads the same pages in two thirds of the time. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/**
 * The program of a browser to test with: the one named, Playwright's, the machine's, or one that is fetched now. Empty
 * where Playwright has its own and knows best which; null where there is none.
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const present = () => {
    const named = process.env.PARVIS_BROWSER
    if (named && existsSync(named)) return named
    return existsSync(chromium.executablePath()) ? '' : onThisMachine()
  }
  return present() ?? (await fetchBrowser(), present()) ?? null
}

function onThisMachine() {
  return names
    .map((name) => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }))
    .find(({ status }) => status === 0)
    ?.stdout.trim()
}

async function fetchBrowser() {
  const ways = [[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = ['apt-get', 'install', '-qy', '--no-install-recommends']
    ways.push(['apt-get', 'update', '-q'], [...install, names[0]], [...install, 'chromium'])
  }
  console.log('Fetching a browser for the journeys ...')
  for (const [tool, ...words] of ways) {
    const code = await run(tool, words, {}, { timeout: 240_000 })
    if (code === 0 && words.includes('install')) return
  }
}

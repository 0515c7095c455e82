import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** The program of a browser to test with: the one named, Playwright's, the machine's, or one that is fetched now. */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const playwrights = chromium.executablePath()
  const present = () =>
    [process.env.PARVIS_BROWSER, playwrights, ...onThisMachine()].find((path) => path && existsSync(path))
  return present() ?? (fetchBrowser(), present()) ?? null
}

function onThisMachine() {
  return names.flatMap((name) => {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    return found.status === 0 ? [found.stdout.trim()] : []
  })
}

function fetchBrowser() {
  const ways = [[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    ways.push(
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-qy', '--no-install-recommends', 'chromium'],
    )
  }
  console.log('Fetching a browser for the journeys ...')
  for (const [tool, ...words] of ways) {
    try {
      execFileSync(tool, words, { stdio: 'inherit', timeout: 240_000 })
      if (words.includes('chromium')) return
    } catch {
      continue
    }
  }
}

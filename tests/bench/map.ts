import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { seedCities } from '@/lib/tenancy/seed'
import { findBrowser } from '../support/browser.mjs'
import { percentile, rounded } from './figures'
import { fill, findCity as city, host } from './find-city'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

const visits = 5
const points = 5000
/** A phone of the middle of the range on a slow line: a quarter of this machine's speed, 1.6 Mb/s, 150 ms there and back. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

/** The map of five thousand points on a phone: what is seen first, what it weighs more than the list, and by keys alone. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  await refreshRegistry()
  await fill(points, 1)
  const open = (path: string) => ask({ port, path, headers: { host: `${host}:${port}` } })
  while ((await open('/agir/activites/carte')).status !== 200) await pause(100)
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) || undefined,
    args: launchOptions(port),
  })
  try {
    const visited = []
    for (let turn = 0; turn < visits; turn++) visited.push(await visit(await browser.newContext(phone), port))
    const painted = visited.map(({ paint }) => paint).sort((one, other) => one - other)
    const more = visited[0]!.map - visited[0]!.list
    yield {
      name: 'map',
      value: rounded(percentile(painted, 0.5)),
      unit: 'ms to the first paint on a phone',
      p95_ms: rounded(painted.at(-1)!),
      more_than_list_kB: rounded(more / 1000, 1),
      checks: {
        paintedUnder1s: percentile(painted, 0.5) < 1000,
        lessThan60kBMore: more < 60_000,
        byKeys: visited.every(({ byKeys }) => byKeys),
      },
    }
  } finally {
    await browser.close()
  }
}

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

const launchOptions = (port: number) => [
  `--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

type Context = Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newContext']>>

async function visit(context: Context, port: number) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await devtools.send('Network.emulateNetworkConditions', slow)
  const at = (path: string) => `http://${host}:${port}/agir${path}`
  await page.goto(at('/activites/carte'), { waitUntil: 'load' })
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  )
  await page.locator('.leaflet-marker-icon').first().waitFor()
  const map = await weighed(page)
  const byKeys = await openByKeys(page)
  await page.goto(at('/activites'), { waitUntil: 'networkidle' })
  const list = await weighed(page)
  await context.close()
  return { paint, map, list, byKeys }
}

/** Every byte of script a page has fetched, as it came over the line or lay in the cache. */
function weighed(page: Page): Promise<number> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.split('?')[0]!.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  )
}

/** A marker is reached without a mouse, and opens what leads on. */
async function openByKeys(page: Page): Promise<boolean> {
  await page.locator('.leaflet-marker-icon').first().focus()
  await page.keyboard.press('Enter')
  const link = page.locator('.leaflet-popup a[href*="/activites"]').first()
  return link.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  )
}

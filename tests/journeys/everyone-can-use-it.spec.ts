import type { Browser, Page } from '@playwright/test'
import { faultsOf } from '../support/accessibility'
import { at, expect, test } from '../support/journey'
import { anyone, cities, type City, signedIn, type Stop } from '../support/stops'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

for (const [name, city] of Object.entries(cities)) {
  test(`everyone can use ${name}`, async ({ page }) => {
    await prepare(page, city)
    const faults = await faultsAlong(page, city, anyone)
    const address = at(city.host, `${city.base}/nulle-part`)
    faults.push(...(await faultsOf(page, address, { depth: city.depth, status: 404 })))
    if (city.second)
      faults.push(...(await faultsOf(page, at(city.host, `${city.second}${city.base}/idees`), city)))
    expect(faults).toEqual([])
  })

  for (const [who, { place, stops }] of Object.entries(signedIn)) {
    test(`${who} can use every page of ${name}`, async ({ browser }) => {
      const page = await someoneSignedIn(browser, city, place)
      const own = stops.filter((_, at) => city.everySecond === undefined || at % 2 === city.everySecond)
      const faults = await faultsAlong(page, city, own)
      await page.context().close()
      expect(faults).toEqual([])
    })
  }
}

test('everyone can use the portal and Agir', async ({ page }) => {
  const faults = [await faultsOf(page, at('belleville'))]
  for (const path of ['/', '/activites', '/activites/agenda', '/activites/carte'])
    faults.push(await faultsOf(page, at('agir.paris', path)))
  for (const path of ['/organisations', '/organisations/racines-du-canal', '/rejoindre'])
    faults.push(await faultsOf(page, at('agir.paris', path)))
  for (const path of ['/agir/activites', '/agir/organisations'])
    faults.push(await faultsOf(page, at('marsa', path)))
  expect(faults.flat()).toEqual([])
})

async function faultsAlong(page: Page, city: City, stops: readonly Stop[]) {
  const faults: string[] = []
  for (const stop of stops) faults.push(...(await faultsOf(page, await addressOf(page, city, stop), city)))
  return faults
}

async function addressOf(page: Page, city: City, stop: Stop): Promise<string> {
  if (typeof stop === 'string') return at(city.host, city.base + stop || '/')
  const paths = await pathsOn(page, await addressOf(page, city, stop.on))
  const found = paths.find((path) => stop.to.test(path))
  if (!found) throw new Error(`${city.host} leads to no ${stop.to}`)
  return at(city.host, found.replace(stop.to, stop.as ?? '$&'))
}

/** Where a page of the city leads, read by the one that is open: it need not be shown for that. */
async function pathsOn(page: Page, address: string): Promise<string[]> {
  if (!page.url().startsWith(new URL(address).origin)) await page.goto(address)
  return page.evaluate(async (address) => {
    const answer = await fetch(address)
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return [...read.querySelectorAll('main a[href^="/"]')].map((link) => link.getAttribute('href')!)
  }, address)
}

/** Where only the look is read, scripts are lost on the way. */
async function prepare(page: Page, { depth }: City): Promise<void> {
  if (depth === 'look') await page.route('**/_next/**/*.js*', (script) => script.abort())
}

async function someoneSignedIn(browser: Browser, city: City, place: number) {
  const { host, base, account } = city
  const page = await browser.newPage()
  await prepare(page, city)
  await page.goto(at(host, `${base}/connexion?suite=${base}/compte`))
  await page.getByRole('button', { name: account }).click()
  await page.locator('form button').nth(place).click()
  await page.waitForURL(/\/compte$/)
  return page
}

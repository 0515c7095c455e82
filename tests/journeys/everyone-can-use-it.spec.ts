import type { Browser, Page } from '@playwright/test'
import { faultsOf } from '../support/accessibility'
import { at, expect, test } from '../support/journey'
import { anyone, cities, type City, shareOf, signedIn, type Stop } from '../support/stops'

test.describe.configure({ mode: 'parallel', timeout: 480_000 })

for (const city of cities) {
  test(`item 28: everyone can use ${city.name}`, async ({ page }) => {
    const faults = await faultsAlong(page, city, anyone)
    const { host, base } = city.decider
    faults.push(...(await faultsOf(page, at(host, `${base}/nulle-part`), { status: 404 })))
    if (city.second) faults.push(...(await faultsOf(page, at(host, `${city.second}${base}/idees`))))
    expect(faults).toEqual([])
  })

  for (const [who, { place, stops }] of Object.entries(signedIn)) {
    if (shareOf(city, stops).length === 0) continue
    test(`${who} can use every page of ${city.name}`, async ({ browser }) => {
      const page = await someoneSignedIn(browser, city, place)
      const faults = await faultsAlong(page, city, stops)
      await page.context().close()
      expect(faults).toEqual([])
    })
  }
}

test('everyone can use the page above both platforms', async ({ page }) => {
  expect(await faultsOf(page, at('belleville'))).toEqual([])
})

async function faultsAlong(page: Page, city: City, stops: readonly Stop[]) {
  const faults: string[] = []
  for (const stop of shareOf(city, stops))
    faults.push(...(await faultsOf(page, await addressOf(page, city, stop))))
  return faults
}

async function addressOf(
  page: Page,
  city: City,
  stop: Stop,
  on: 'decider' | 'agir' = 'decider',
): Promise<string> {
  const { host, base } = city[on]
  if (typeof stop === 'string') return at(host, base + stop || '/')
  if ('agir' in stop) return addressOf(page, city, stop.agir, 'agir')
  const paths = await pathsOn(page, await addressOf(page, city, stop.on, on))
  const found = paths.find((path) => stop.to.test(path))
  if (!found) throw new Error(`${host} leads to no ${stop.to}`)
  return at(host, found.replace(stop.to, stop.as ?? '$&'))
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

/** Signed in on both hosts where the city has two. */
async function someoneSignedIn(browser: Browser, { decider, agir, account }: City, place: number) {
  const page = await browser.newPage()
  for (const { host, base } of decider.host === agir.host ? [decider] : [decider, agir]) {
    await page.goto(at(host, `${base}/connexion?suite=${base}/compte`))
    await page.getByRole('button', { name: account }).click()
    await page.locator('form button').nth(place).click()
    await page.waitForURL(/\/compte$/)
  }
  return page
}

import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { at, expect, test } from '../support/journey'

type City = { host: string; base: string; account: RegExp; second?: string }

const cities: Record<string, City> = {
  paris: { host: 'decider.paris', base: '', account: /Mon compte/, second: '/en' },
  belleville: { host: 'belleville', base: '/decider', account: /Continuer avec/ },
  'puerto-claro': { host: 'puerto-claro', base: '/decider', account: /Continuar con/, second: '/en' },
  marsa: { host: 'marsa', base: '/decider', account: /المتابعة/, second: '/fr' },
}

const anyone = [
  '',
  '/idees',
  '/idees/carte',
  '/consultations',
  '/engagements',
  '/regles',
  '/moderation/chiffres',
  '/connexion',
  '/deposer',
  '/mentions-legales',
  '/conditions',
  '/donnees-personnelles',
  '/cookies',
  '/charte',
  '/accessibilite',
  '/porter',
]
const oneself = [
  '/compte',
  '/mes-idees',
  '/mes-soutiens',
  '/mes-commentaires',
  '/notifications',
  '/compte/notifications',
  '/compte/suivis',
]
const ofTheCity = [
  '/moderation',
  '/moderation/vie',
  '/administration/courrier',
  '/administration/consultations',
  '/administration/consultations/nouvelle',
  '/administration/donnees',
]

/** As a computer shows it by day, and as a phone shows it by night. */
const looks = [
  { name: 'wide and light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
] as const

for (const [city, { host, base, account, second }] of Object.entries(cities)) {
  for (const { name, ...look } of looks) {
    test(`everyone can use ${city}, ${name}`, async ({ browser }) => {
      test.setTimeout(180_000)
      const page = await (await browser.newContext(look)).newPage()
      const faults: string[] = []
      const idea = await firstIdea(page, at(host, `${base}/idees`))
      const consultation = await firstLink(page, at(host, `${base}/consultations`), '/consultations/')
      const pages = [...anyone.map((path) => base + path || '/'), idea, `${idea}/discussion`, consultation]
      if (second) pages.push(`${second}${base}/idees`)
      for (const path of pages) faults.push(...(await faultsOf(page, at(host, path))))
      faults.push(...(await faultsOf(page, at(host, `${base}/nulle-part`))))
      await page.context().close()
      faults.push(...(await faultsSignedIn(browser, look, host, base, account)))
      expect(faults).toEqual([])
    })
  }
}

test('everyone can use the portal and Agir', async ({ page }) => {
  const faults = [await faultsOf(page, at('belleville')), await faultsOf(page, at('agir.paris'))]
  expect(faults.flat()).toEqual([])
})

/** As a member of the city's staff, who sees every page there is. */
async function faultsSignedIn(
  browser: Browser,
  look: Parameters<Browser['newContext']>[0],
  host: string,
  base: string,
  account: RegExp,
): Promise<string[]> {
  const page = await (await browser.newContext(look)).newPage()
  await page.goto(at(host, `${base}/connexion?suite=${base}/moderation`))
  await page.getByRole('button', { name: account }).click()
  await page.locator('form button').nth(9).click()
  await page.waitForURL(/moderation/)
  const faults: string[] = []
  for (const path of [...oneself, ...ofTheCity]) faults.push(...(await faultsOf(page, at(host, base + path))))
  await page.goto(at(host, `${base}/moderation`))
  const waiting = await page.locator('main a[href*="/moderation/"]').first().getAttribute('href')
  if (waiting) faults.push(...(await faultsOf(page, at(host, waiting))))
  await page.context().close()
  return faults
}

const firstIdea = (page: Page, list: string) => firstLink(page, list, '/idees/')

async function firstLink(page: Page, list: string, part: string): Promise<string> {
  await page.goto(list)
  const link = page.locator(`main li a[href*="${part}"]`).first()
  return (await link.getAttribute('href')) ?? ''
}

/** What would stop someone on this page: axe's findings, and a page wider than the screen. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html.slice(0, 160)}`),
    ...(isTooWide ? [`${address}: wider than the screen`] : []),
  ]
}

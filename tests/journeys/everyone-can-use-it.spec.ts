import type { Browser, Page } from '@playwright/test'
import { type Depth, faultsOf } from '../support/accessibility'
import { at, expect, test } from '../support/journey'

type City = { host: string; base: string; account: RegExp; depth: Depth; second?: string }

/** Pages are made of the same parts in each city: two are read whole, one in each direction of writing. */
const cities: Record<string, City> = {
  belleville: { host: 'belleville', base: '/decider', account: /Continuer avec/, depth: 'whole' },
  marsa: { host: 'marsa', base: '/decider', account: /المتابعة/, depth: 'whole', second: '/fr' },
  paris: { host: 'decider.paris', base: '', account: /Mon compte/, depth: 'look', second: '/en' },
  'puerto-claro': {
    host: 'puerto-claro',
    base: '/decider',
    account: /Continuar con/,
    depth: 'look',
    second: '/en',
  },
}

/** An address, or the first of its kind that a page leads to: itself, or one told from it. */
type Stop = string | { on: Stop; to: RegExp; as?: string }

const anIdea = /\/idees\/(?!carte)[a-z\d-]+$/
const aNumber = /\/[\da-f]{8}-[\da-f-]{27}$/
const aReport = /\/signaler\?idee=([\da-f-]{36})$/
const running = { on: '/idees', to: anIdea }
const delivered = { on: '/idees?etat=en-realisation', to: anIdea }

const anyone: Stop[] = [
  '',
  '/idees',
  '/idees?q=a',
  '/idees/carte',
  running,
  { ...running, as: '$&/discussion' },
  { on: running, to: aReport },
  delivered,
  { ...delivered, as: '$&/avis' },
  { ...delivered, as: '$&/certificat' },
  '/consultations',
  { on: '/consultations', to: /\/consultations\/[a-z\d-]+$/ },
  '/engagements',
  '/regles',
  '/regles/1',
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

/** Who of the demo sees what: the place each has in the list of people one may become. */
const signedIn: Record<string, { place: number; stops: Stop[] }> = {
  'a citizen': {
    place: 0,
    stops: [
      '/compte',
      '/compte/notifications',
      '/compte/suivis',
      '/mes-idees',
      { on: '/mes-idees', to: aNumber },
      '/mes-soutiens',
      '/mes-commentaires',
      '/notifications',
    ],
  },
  'the owner of the city': {
    place: 16,
    stops: [
      '/moderation',
      { on: '/moderation', to: aNumber },
      { on: running, to: aReport, as: '/moderation/$1/vie' },
      '/moderation/modeles',
      '/moderation/vie',
      '/instruction',
      { on: '/instruction?vue=toutes', to: aNumber },
      '/papier',
      { on: '/papier', to: aNumber },
      '/verification',
      { on: '/verification', to: aNumber },
      '/administration',
      '/administration/reglages/identite',
      '/administration/reglages/territoire',
      '/administration/reglages/regles',
      '/administration/reglages/themes',
      '/administration/mots',
      '/administration/mots/phrases?q=seuil',
      '/administration/mots/phrase?nom=ideas.count',
      '/administration/mots/manques',
      '/administration/langues?retirer=en',
      '/administration/brouillon',
      '/administration/atelier',
      '/administration/atelier?seuil=0&duree=4&unite=mois',
      '/administration/versions',
      '/administration/historique?reglage=ideas.threshold',
      '/administration/journal',
      '/administration/apparence',
      '/administration/pages-legales',
      '/administration/ouverture',
      '/administration/depart',
      '/administration/consultations',
      '/administration/consultations/nouvelle',
      { on: '/administration/consultations', to: aNumber },
      '/administration/roles',
      '/administration/courrier',
      '/administration/connexion',
      '/administration/adresses',
      '/administration/donnees',
    ],
  },
  'who looks after personal data': { place: 13, stops: ['/administration/donnees'] },
}

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

for (const [name, city] of Object.entries(cities)) {
  test(`everyone can use ${name}`, async ({ page }) => {
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
      const faults = await faultsAlong(page, city, stops)
      await page.context().close()
      expect(faults).toEqual([])
    })
  }
}

test('everyone can use the portal and Agir', async ({ page }) => {
  const faults = [await faultsOf(page, at('belleville')), await faultsOf(page, at('agir.paris'))]
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

async function someoneSignedIn(browser: Browser, { host, base, account }: City, place: number) {
  const page = await browser.newPage()
  await page.goto(at(host, `${base}/connexion?suite=${base}/compte`))
  await page.getByRole('button', { name: account }).click()
  await page.locator('form button').nth(place).click()
  await page.waitForURL(/\/compte$/)
  return page
}

import type { BrowserContext } from '@playwright/test'
import { faultsInEveryLook, faultsShown } from '../support/accessibility'
import { at, expect, test } from '../support/journey'
import {
  aNeighbour,
  comeByLetter,
  declare,
  goBack,
  proposeColour,
  publishDraft,
  publishIt,
  sendAnIdea,
  setThreshold,
  sheetOf,
} from '../support/riva-journey'
import { answerEverything, comeIn, nameSecondOwner, openIt } from '../support/wizard-journey'

const id = `riva-${Date.now().toString(36)}`
let operator: Awaited<ReturnType<BrowserContext['storageState']>>

/** Every process hears of it within two seconds; a machine with much to do takes longer to show it. */
const patience = { timeout: 20_000 }

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test('whoever looks after the cities can use every page of their console', async ({ page }) => {
  await comeIn(page)
  operator = await page.context().storageState()
  for (const path of ['/', '/villes/paris', '/annonces', '/preuve', '/?q=nulle-part', '/assistance']) {
    await page.goto(at('operator', path))
    expect(await faultsInEveryLook(page)).toEqual([])
  }
  await page.locator('main li a').first().click()
  await expect(page.getByRole('button', { name: 'Répondre' })).toBeVisible()
  expect(await faultsInEveryLook(page)).toEqual([])
})

test('a city is made in the wizard and answers at its own address the same minute', async ({ browser }) => {
  const phone = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' } as const
  const page = await browser.newPage({ ...phone, storageState: operator })
  await answerEverything(page, id)
  expect(await faultsShown(page)).toEqual([])
  await openIt(page)
  await expect(page.getByText('Il manque encore quelque chose pour ouvrir')).toBeVisible()
  await nameSecondOwner(page, id)
  await openIt(page)
  await expect(page.getByText('Riva del Puente est créée')).toBeVisible()
  await expect(page).toHaveTitle(/\S/)
  expect(await faultsShown(page)).toEqual([])

  const reader = await aNeighbour(browser)
  await expect.poll(async () => (await reader.goto(at(id, '/regles')))!.status(), patience).toBe(200)
  await expect(reader.locator('html')).toHaveAttribute('lang', 'es')
  await expect(reader.locator('main')).toContainText('300')
  expect((await reader.goto(at(id, '/agir')))!.status()).toBe(404)
})

test('an idea there keeps the threshold it was published under, and a colour goes back', async ({
  browser,
}) => {
  const [mayor, neighbour] = [await aNeighbour(browser), await aNeighbour(browser)]
  await comeByLetter(mayor, `alcaldia@${id}.example`, 'Alba Serra')
  await expect(mayor).toHaveURL(/\/administration$/)
  await declare(mayor, id)
  await sendAnIdea(neighbour, id)
  const idea = await publishIt(mayor, id)
  await mayor
    .getByRole('button', { name: /^Apoyar/ })
    .first()
    .click()
  await expect(mayor.locator('#soutenir')).toContainText('Su apoyo está contado.')

  await setThreshold(mayor, id, 900)
  const rules = async () => (await mayor.goto(at(id, '/regles')), mayor.locator('main').innerText())
  await expect.poll(rules, patience).toContain('900')
  await mayor.goto(idea)
  await expect(mayor.locator('#soutenir')).toContainText('300')
  await expect(mayor.locator('#soutenir')).not.toContainText('900')

  const before = await sheetOf(mayor, idea)
  await neighbour.goto(await proposeColour(mayor, id, '#7a1f4f'))
  const proposed = await sheetOf(neighbour, idea)
  expect([await sheetOf(mayor, idea), proposed === before]).toEqual([before, false])
  await publishDraft(mayor, id)
  await expect.poll(() => sheetOf(mayor, idea), patience).toBe(proposed)
  await goBack(mayor, id)
  await expect.poll(() => sheetOf(mayor, idea), patience).toBe(before)
})

test('a state that was changed is said where it was changed', async ({ browser }) => {
  const page = await browser.newPage({ storageState: operator })
  await page.goto(at('operator', `/villes/${id}`))
  await page.getByLabel('Lecture seule').check()
  await page.getByRole('button', { name: 'Changer l’état de la ville' }).click()
  await expect(page.getByText('C’est fait')).toBeVisible()
  await expect(page.getByText('Lecture seule', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Ouverte/ })).toBeVisible()
})

test('nobody of a city comes in by that door or into another city, and nobody of that door into a city', async ({
  page,
  context,
}) => {
  await page.goto(at('decider.paris', '/connexion'))
  await page.getByRole('button', { name: /Mon compte Paris/ }).click()
  await page.getByText('Amina Diallo').first().click()
  await page.waitForURL(/decider\.paris/)
  const [session] = (await context.cookies()).filter(({ name }) => name.endsWith('parvis.session'))
  const { name, value } = session!
  await context.addCookies([
    { name, value, url: at('operator') },
    { name: 'parvis.operator', value, url: at('operator') },
    { name, value, url: at('belleville') },
    { name, value, url: at(id) },
  ])
  await page.goto(at('operator', '/villes/belleville'))
  await expect(page).toHaveURL(at('operator', '/connexion'))
  for (const elsewhere of ['belleville', id]) {
    await page.goto(at(elsewhere, '/api/v1/me'))
    await expect(page.locator('body')).toContainText('{"person":null}')
  }
  await page.goto(at('decider.paris', '/api/v1/me'))
  await expect(page.locator('body')).toContainText('Amina Diallo')
})

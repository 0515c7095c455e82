import type { Page } from '@playwright/test'
import { faultsShown } from '../support/accessibility'
import { at, expect, test } from '../support/journey'

const id = `riva-${Date.now().toString(36)}`

async function comeIn(page: Page) {
  await page.goto(at('operator'))
  expect(await faultsShown(page)).toEqual([])
  const door = await page.locator('main').innerText()
  const [, email, password] = /(\S+@demo\.example) · (\w+)/.exec(door)!
  await page.getByLabel('Adresse e-mail').fill(email!)
  await page.getByLabel('Mot de passe').fill(password!)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL('**/code')
  const [code] = /\b\d{6}\b/.exec(await page.locator('main').innerText())!
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: 'Villes', level: 1 })).toBeVisible()
  expect(await faultsShown(page)).toEqual([])
}

const goOn = async (page: Page, to: string) => {
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await page.waitForURL(`**/${to}`)
}
const fill = (page: Page, label: string, value: string) => page.getByLabel(label).fill(value)

async function answerEverything(page: Page) {
  await page.goto(at('operator', '/nouvelle'))
  await fill(page, 'Quelle commune ?', 'Riva del Puente')
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.waitForURL('**/commune')
  await fill(page, 'Identifiant', id)
  await fill(page, 'Pays', 'ES')
  await fill(page, 'Population', '90000')
  await fill(page, 'Latitude', '39.47')
  await fill(page, 'Longitude', '-0.37')
  await goOn(page, 'modele')
  await page.getByLabel('Agir', { exact: true }).uncheck()
  await goOn(page, 'apparence')
  await goOn(page, 'langues')
  await page.getByLabel('Langue de la ville').selectOption('es')
  await page.getByLabel('Fuseau horaire').selectOption('Europe/Madrid')
  await goOn(page, 'regles')
  await expect(page.getByText('Nous proposons 300 soutiens en 4 mois')).toBeVisible()
  await fill(page, 'Durée de la collecte', '3')
  await goOn(page, 'equipe')
  await fill(page, 'Personne 1 : adresse e-mail', 'alcaldia@riva.example')
  await fill(page, 'Adresse à laquelle on répond', 'hola@riva.example')
  await goOn(page, 'connexion-et-mentions')
  await fill(page, 'Responsable de la publication', 'La alcaldesa de Riva')
  await fill(page, 'Adresse postale', 'Plaza Mayor 1, Riva')
  await goOn(page, 'adresse')
  await goOn(page, 'ouverture')
}

test('a city is made in the wizard and answers at its own address the same minute', async ({
  page,
  browser,
}) => {
  test.slow()
  await comeIn(page)
  await answerEverything(page)
  expect(await faultsShown(page)).toEqual([])
  await expect(page.getByRole('link', { name: 'Compléter : Deux propriétaires' })).toBeVisible()
  await page.getByLabel('Ouvrir à tout le monde').check()
  await page.getByRole('button', { name: 'Créer la ville' }).click()
  await expect(page.getByText('Riva del Puente est créée')).toBeVisible()
  expect(await faultsShown(page)).toEqual([])

  const reader = await (await browser.newContext({ locale: 'es-ES' })).newPage()
  await expect
    .poll(async () => (await reader.goto(at(id, '/regles')))!.status(), { timeout: 20_000 })
    .toBe(200)
  await expect(reader.locator('html')).toHaveAttribute('lang', 'es')
  await expect(reader.locator('main')).toContainText('300')
  expect((await reader.goto(at(id, '/agir')))!.status()).toBe(404)
  await reader.context().close()
})

test('nobody of a city comes in by that door, and nobody of that door into a city', async ({
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
  ])
  await page.goto(at('operator', '/villes/belleville'))
  await expect(page).toHaveURL(at('operator', '/connexion'))
  await page.goto(at('belleville', '/api/v1/me'))
  await expect(page.locator('body')).toContainText('{"person":null}')
  await page.goto(at('decider.paris', '/api/v1/me'))
  await expect(page.locator('body')).toContainText('Amina Diallo')
})

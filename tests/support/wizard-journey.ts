import type { Page } from '@playwright/test'
import { faultsInEveryLook, faultsShown } from './accessibility'
import { at, expect } from './journey'

/** Comes in by the operator's door, with the account and the code that a demo shows there. */
export async function comeIn(page: Page): Promise<void> {
  await page.goto(at('operator'))
  expect(await faultsInEveryLook(page)).toEqual([])
  const door = await page.locator('main').innerText()
  const [, email, password] = /(\S+@demo\.example) · (\w+)/.exec(door)!
  await page.getByLabel('Adresse e-mail').fill(email!)
  await page.getByLabel('Mot de passe').fill(password!)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL('**/code')
  expect(await faultsInEveryLook(page)).toEqual([])
  const [code] = /\b\d{6}\b/.exec(await page.locator('main').innerText())!
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await expect(page.getByRole('heading', { name: 'Villes', level: 1 })).toBeVisible()
}

const fill = (page: Page, label: string, value: string) => page.getByLabel(label).fill(value)

/** Each step is read as it was met before it is left. */
async function goOn(page: Page, to: string): Promise<void> {
  await expect(page).toHaveTitle(/\S/)
  expect(await faultsShown(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click()
  await page.waitForURL(`**/${to}`)
}

/** Every step of the wizard: a Spanish city of ninety thousand, three months, without Agir, with one owner alone. */
export async function answerEverything(page: Page, id: string): Promise<void> {
  await page.goto(at('operator', '/nouvelle'))
  await fill(page, 'Quelle commune ?', 'Riva del Puente')
  expect(await faultsShown(page)).toEqual([])
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
  await fill(page, 'Personne 1 : adresse e-mail', `alcaldia@${id}.example`)
  await fill(page, 'Personne 3 : adresse e-mail', `moderacion@${id}.example`)
  await fill(page, 'Adresse à laquelle on répond', `hola@${id}.example`)
  await goOn(page, 'connexion-et-mentions')
  await fill(page, 'Responsable de la publication', 'La alcaldesa de Riva')
  await fill(page, 'Adresse postale', 'Plaza Mayor 1, Riva')
  await fill(page, 'Adresse de la personne déléguée', `datos@${id}.example`)
  await goOn(page, 'adresse')
  await goOn(page, 'ouverture')
}

/** Goes back from the last step to name a second owner, and on through what was answered already. */
export async function nameSecondOwner(page: Page, id: string): Promise<void> {
  await page.getByRole('link', { name: 'Compléter : Deux propriétaires' }).click()
  await fill(page, 'Personne 3 : adresse e-mail', `secretaria@${id}.example`)
  for (const to of ['connexion-et-mentions', 'adresse', 'ouverture']) await goOn(page, to)
}

export async function openIt(page: Page): Promise<void> {
  await page.getByLabel('Ouvrir à tout le monde').check()
  await page.getByRole('button', { name: 'Créer la ville' }).click()
}

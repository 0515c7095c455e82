import type { Page } from '@playwright/test'
import { at, expect } from './journey'

const host = 'belleville'
export const path = (to: string) => at(host, `/decider${to}`)

/** Through the city's account service, as one of the people it offers; ends where it began. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /compte/i }).click()
  await page.getByRole('button', { name }).click()
}

export const body =
  'La place devant la gare n’a ni arbre ni banc. Nous proposons six bancs avec dossier, sous des pergolas, pour attendre le car assis et à l’ombre.\n\nLes personnes âgées et les familles en profiteront chaque jour.'

/** From the first question to the last reading, without an account. */
export async function writeDraft(page: Page, title: string): Promise<void> {
  await page.goto(path('/deposer'))
  await page.getByLabel('Titre').fill(title)
  await page.getByLabel('Cadre de vie').check()
  await goOn(page, /\/lieu$/)
  await page.getByLabel('Quartier').check()
  await page.getByLabel('Lequel ?').selectOption({ index: 1 })
  await goOn(page, /\/proches$/)
  await page.getByRole('button', { name: /je continue|Continuer/ }).click()
  await expect(page).toHaveURL(/\/texte$/)
  await page.getByLabel('Texte').fill(body)
  await goOn(page, /\/images$/)
  await page.getByRole('link', { name: /Continuer/ }).click()
  await expect(page).toHaveURL(/\/envoi$/)
}

export async function goOn(page: Page, next: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(next)
}

/** A yes to the city's four questions, and off it goes. */
export async function send(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Envoyer à la ville' })).toBeVisible()
  for (const question of await page.locator('main').getByRole('group').all())
    await question.getByLabel('Oui').check()
  await page.getByRole('button', { name: 'Envoyer à la ville' }).click()
}

import type { Browser, Page } from '@playwright/test'
import { at, expect } from './journey'
import { letterTo } from './mailbox'

const title = 'Bancos con sombra en la plaza del puente'
const body =
  'La plaza del puente no tiene ni un árbol ni un banco. Proponemos seis bancos con respaldo, bajo pérgolas, para esperar el autobús a la sombra.\n\nLas personas mayores y las familias lo agradecerán cada día.'

/** Somebody of the new city, whose browser speaks its language. */
export async function aNeighbour(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'es-ES' })).newPage()
}

/** Opens the link of a letter, says what to be called, and presses. */
export async function comeByLetter(page: Page, address: string, name: string): Promise<void> {
  const { text } = await letterTo(address)
  await page.goto(/http:\S+jeton=\S+/.exec(text)![0])
  await page.locator('input[name=nom]').fill(name)
  await page.locator('main form button').click()
}

/** The city asks for an age and a tie to it; both are declared in one's account. */
export async function declare(page: Page, id: string): Promise<void> {
  await page.goto(at(id, '/compte'))
  await page.locator('[name=birthYear]').fill('1984')
  await page.locator('[name=residence][value=lives]').check()
  const form = page.locator('form', { has: page.locator('[name=birthYear]') })
  await form.locator('button').click()
  await expect(form.getByRole('status')).toBeVisible()
}

export async function sendAnIdea(page: Page, id: string): Promise<void> {
  const goOn = () => page.getByRole('button', { name: 'Continuar' }).click()
  await page.goto(at(id, '/deposer'))
  await page.getByLabel('Título').fill(title)
  await page.locator('input[name=themeId]').first().check()
  await goOn()
  await page.getByLabel('En toda la ciudad').check()
  await goOn()
  await page.getByRole('button', { name: /continúo|Continuar/ }).click()
  await page.getByLabel('Texto').fill(body)
  await goOn()
  await page.getByRole('link', { name: /Continuar/ }).click()
  await page.getByRole('link', { name: 'Entrar para enviar' }).click()
  const address = `vecina@${id}.example`
  await page.getByLabel('Su dirección de correo').fill(address)
  await page.getByRole('button', { name: 'Enviarme un enlace' }).click()
  await comeByLetter(page, address, 'Marta Vidal')
  await expect(page).toHaveURL(/\/envoi$/)
  const draft = page.url()
  await declare(page, id)
  await page.goto(draft)
  for (const question of await page.locator('main').getByRole('group').all())
    await question.getByLabel('Sí').check()
  await page.getByRole('button', { name: 'Enviar a la ciudad' }).click()
  await page.waitForURL(/\/mes-idees\//)
}

/** Whoever runs the city reads it and publishes it; ends on its page. */
export async function publishIt(page: Page, id: string): Promise<string> {
  await page.goto(at(id, '/moderation'))
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: 'Publicar', exact: true }).click()
  await page.getByRole('link', { name: 'Ver la página pública' }).click()
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  return page.url()
}

/** Publishes what is in the draft; a change of rules says why. */
export async function publishDraft(page: Page, id: string, reason?: string): Promise<void> {
  await page.goto(at(id, '/administration/brouillon'))
  if (reason) await page.locator('#publish-reason').fill(reason)
  await page.getByRole('button', { name: 'Publicar ahora' }).click()
  await expect(page.getByText('Está publicado.')).toBeVisible()
}

export async function setThreshold(page: Page, id: string, threshold: number): Promise<void> {
  await page.goto(at(id, '/administration/reglages/regles'))
  await page.locator('[name="ideas.threshold.value"]').fill(String(threshold))
  await page.getByRole('button', { name: 'Guardar en el borrador' }).click()
  await page.waitForURL(/fait=|brouillon/)
  await publishDraft(page, id, 'Somos más que el año pasado.')
}

/** Another colour, in the draft alone; where a reviewer may look at it. */
export async function proposeColour(page: Page, id: string, colour: string): Promise<string> {
  await page.goto(at(id, '/administration/apparence'))
  await page.locator('input[name=brand]').fill(colour)
  await page.getByRole('button', { name: 'Guardar en el borrador' }).first().click()
  await page.waitForURL(/fait=look/)
  await page.goto(at(id, '/administration/brouillon'))
  return page.locator('#apercu ~ ul input[readonly]').first().inputValue()
}

/** The version before the last one is published again, as a new one. */
export async function goBack(page: Page, id: string): Promise<void> {
  await page.goto(at(id, '/administration/versions'))
  await page
    .getByRole('button', { name: /^Volver a la versión/ })
    .first()
    .click()
  await page.waitForURL(/brouillon/)
  await publishDraft(page, id)
}

/** The sheet of colours that a page is shown with. */
export async function sheetOf(page: Page, address: string): Promise<string | null> {
  await page.goto(address)
  return page.locator('link[href^="/theme/"]').first().getAttribute('href')
}

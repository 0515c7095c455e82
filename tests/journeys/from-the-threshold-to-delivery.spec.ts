import type { Browser, Page } from '@playwright/test'
import { at, expect, test } from '../support/journey'

const city = 'decider.paris'
const idea = '/idees/une-rue-aux-ecoles-devant-les-groupes-scolaires-de-la-rue-keller'
const why = 'Les nombres de chaque jour sont réguliers, aucun afflux ni compte neuf en série n’a été relevé.'
const reasons =
  'La rue dessert trois écoles et reçoit aux heures d’entrée plus de deux cents enfants. Les comptages menés devant le portail montrent que la circulation de transit peut passer par les deux rues voisines sans les saturer. Les riverains, les commerçants et les secours ont été entendus, et un passage leur reste ouvert à toute heure.'

test.setTimeout(150_000)

/** Somebody at a computer of their own, signed in, already where they work. */
async function arrives(browser: Browser, name: string, path: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(at(city, `/connexion?suite=${encodeURIComponent(path)}`))
  await page.getByRole('button', { name: /Mon compte Paris/ }).click()
  await page.getByText(name).first().click()
  await page.waitForURL(/decider\.paris/)
  return page
}

/** A file is read one part at a time. */
async function opens(page: Page, part: string): Promise<void> {
  await page.goto(`${page.url().split('?')[0]}?partie=${part}`)
}

async function press(page: Page, button: string, said: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByText(said).first()).toBeVisible({ timeout: 20_000 })
}

/** Public pages may be a few seconds old, and letters are written in their turn. */
const comesTo = (page: Page, path: string, text: string | RegExp) =>
  expect
    .poll(async () => (await page.goto(at(city, path)), page.locator('main').innerText()), {
      timeout: 20_000,
    })
    .toMatch(text)

test('an idea from 1,499 to delivered', async ({ page, browser }) => {
  await page.goto(at(city, idea))
  await expect(page.locator('#soutenir')).toContainText(/1\s499/)

  const supporter = await arrives(browser, 'Gérard Lefèvre', idea)
  await supporter
    .locator('#soutenir')
    .getByRole('button', { name: /^Soutenir/ })
    .click()
  await expect(supporter.locator('#soutenir')).toContainText(/1\s500 soutiens\s: le droit est acquis/)
  await supporter.getByLabel(/^M’écrire quand/).check()
  await supporter.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(supporter.getByText('Vous recevrez la suite par e-mail.')).toBeVisible()
  await comesTo(page, idea, /Droit acquis/)

  const admin = await arrives(browser, 'Hélène Roy', '/verification')
  await admin.getByRole('link', { name: /Une rue aux écoles/ }).click()
  await admin.getByLabel('Ce qui a été vérifié, public').fill(why)
  await press(admin, 'Certifier le droit', 'Le droit est certifié')
  await comesTo(page, '/engagements', /Une rue aux écoles/)

  const examiner = await arrives(browser, 'Karim Haddad', '/instruction')
  await examiner.getByRole('link', { name: /Une rue aux écoles/ }).click()
  await press(examiner, 'Accuser réception', 'L’accusé de réception est public.')
  await examiner.getByLabel('Service chargé de l’examen').selectOption({ index: 1 })
  await press(examiner, 'Prendre en charge', 'Le dossier est pris en charge')
  await examiner
    .getByLabel('Pourquoi la Ville l’étudie')
    .fill('La rue est à la Ville, la demande est précise.')
  await press(examiner, 'Déclarer recevable et étudier', 'La demande est déclarée recevable.')
  await study(examiner)
  await prepare(examiner)

  const signatory = await arrives(browser, 'Nadia Cherif', new URL(examiner.url()).pathname)
  await opens(signatory, 'signature')
  await signatory.getByLabel('En qualité de').fill('adjointe chargée des écoles')
  await press(signatory, 'Signer et publier l’avis', 'L’avis est signé et public.')
  await comesTo(page, idea, /La réponse de la Ville[\s\S]*plus de deux cents enfants/)

  await milestone(examiner, 'works', 'Les barrières et les jardinières sont posées rue Keller.')
  await milestone(examiner, 'delivered', 'La rue est rendue aux enfants aux heures d’école.')
  await comesTo(page, idea, /La rue est rendue aux enfants/)
  for (const step of [
    'Seuil atteint',
    'Droit certifié',
    'Accusé de réception',
    'Avis de la Ville',
    'Avancement',
  ])
    await expect(page.locator('#chronologie')).toContainText(step)

  await comesTo(page, '/engagements?nature=avis&etat=a-temps', /Une rue aux écoles/)

  const author = await arrives(browser, 'Claire Fontaine', '/notifications')
  const answered = /Du nouveau dans la réalisation[\s\S]*La Ville a répondu[\s\S]*L’examen a commencé/
  await comesTo(author, '/notifications', answered)
  await expect(author.locator('main')).toContainText(/Votre idée a atteint 1\s500 soutiens/)
  await comesTo(supporter, '/notifications', answered)
  await Promise.all([supporter, admin, examiner, signatory, author].map((one) => one.close()))
})

async function study(page: Page): Promise<void> {
  await opens(page, 'etude')
  for (const answer of await page.getByLabel('Réponse', { exact: true }).all())
    await answer.selectOption('yes')
  await page.getByLabel('Estimation basse').fill('40 000')
  await page.getByLabel('Estimation haute').fill('60 000')
  await press(page, 'Enregistrer l’étude', 'L’étude est enregistrée.')
}

async function prepare(page: Page): Promise<void> {
  await opens(page, 'avis')
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Proposer à la signature' }) })
  for (const part of ['understood', 'competence', 'cost', 'legalFrame', 'alternatives', 'next'])
    await form.locator(`[name=${part}]`).fill('Ce que la Ville a vu, comparé et retenu.')
  await form.getByLabel('Avis favorable', { exact: true }).check()
  await form.locator('[name=reasons]').fill(reasons)
  await press(page, 'Proposer à la signature', 'L’avis attend une signature.')
}

async function milestone(page: Page, kind: string, text: string): Promise<void> {
  await opens(page, 'realisation')
  await page.getByLabel('Étape', { exact: true }).selectOption(kind)
  await page.getByLabel('Ce qui se passe').fill(text)
  await page.getByLabel('Fait le').fill('2025-06-01')
  await press(page, 'Publier l’étape', 'L’étape est publique.')
}

import type { Page } from '@playwright/test'
import { at, expect, test } from '../support/journey'

const city = (path: string) => at('marsa', `/fr/decider${path}`)
const threshold = (page: Page) => page.getByRole('textbox', { name: 'Nombre de soutiens' })

test('an administrator raises the threshold, what runs keeps its own, and a colour is rolled back', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000)
  await page.goto(at('marsa', '/decider/connexion?suite=/decider/compte'))
  await page.getByRole('button', { name: /المتابعة/ }).click()
  await page.locator('form button').nth(16).click()
  await page.waitForURL(/\/compte$/)
  const visitor = await browser.newPage({ javaScriptEnabled: false })

  const before = await test.step('a threshold that cannot be is refused at its field', async () => {
    await page.goto(city('/administration/reglages/regles'))
    await page.getByLabel('Un nombre de soutiens').check()
    await threshold(page).fill('99999999')
    await page.getByRole('button', { name: 'Garder dans le brouillon' }).click()
    await expect(page.locator('[id="ideas.threshold.value-error"]')).toBeVisible()
    await expect(threshold(page)).toHaveValue('99999999')
    await visitor.goto(city('/regles'))
    return visitor.locator('#seuil').innerText()
  })

  await test.step('one that can is seen in the preview, and by nobody else', async () => {
    await threshold(page).fill('4321')
    await page.getByRole('button', { name: 'Garder dans le brouillon' }).click()
    await expect(page.getByText('Gardé dans le brouillon')).toBeVisible()
    await page.goto(city('/administration/brouillon'))
    await expect(page.getByText(/gardent? les? (leurs|siennes)/)).toBeVisible()
    await page.getByRole('link', { name: /^Ouvrir sur/ }).click()
    await expect(page.getByText('Aperçu d’un brouillon')).toBeVisible()
    await visitor.reload()
    expect(await visitor.locator('#seuil').innerText()).toBe(before)
    await expect(visitor.getByText('Aperçu d’un brouillon')).toHaveCount(0)
    await page.getByRole('link', { name: 'Quitter l’aperçu' }).click()
    await expect(page.getByText('Aperçu d’un brouillon')).toHaveCount(0)
  })

  await test.step('once published it is the rule for what comes next alone', async () => {
    await page.goto(city('/idees'))
    const idea = (await page
      .locator('main article a, main li a')
      .filter({ hasText: /./ })
      .first()
      .getAttribute('href'))!
    await page.goto(city('/administration/brouillon'))
    await page.getByLabel('Pourquoi les règles changent').first().fill('La ville a grandi cette année.')
    await page.getByRole('button', { name: 'Publier maintenant' }).click()
    await expect(page.getByText('C’est publié.')).toBeVisible()
    await expect
      .poll(async () => (await visitor.goto(city('/regles')), visitor.locator('#seuil').innerText()))
      .toMatch(/4[\s\u202f]?321/)
    await visitor.goto(at('marsa', idea))
    await expect(visitor.locator('main')).not.toContainText(/4[\s\u202f]?321/)
  })

  await test.step('a colour is published, then rolled back as a new version', async () => {
    const sheet = () => visitor.locator('link[rel=stylesheet][href^="/theme/"]').getAttribute('href')
    const original = await sheet()
    await page.goto(city('/administration/reglages/apparence'))
    await page.getByLabel('Couleur principale').fill('#1b4d89')
    await page.getByRole('button', { name: 'Garder dans le brouillon' }).click()
    await expect(page.getByText('Gardé dans le brouillon')).toBeVisible()
    await page.goto(city('/administration/brouillon'))
    await page.getByRole('button', { name: 'Publier maintenant' }).click()
    await expect(page.getByText('C’est publié.')).toBeVisible()
    await expect.poll(async () => (await visitor.reload(), sheet())).not.toBe(original)
    await page.goto(city('/administration/versions'))
    await page
      .getByRole('button', { name: /^Revenir à la version/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Publier maintenant' }).click()
    await expect(page.getByText('C’est publié.')).toBeVisible()
    await expect.poll(async () => (await visitor.reload(), sheet())).toBe(original)
  })
  await visitor.close()
})

import type { Page } from '@playwright/test'
import { at, expect, test } from '../support/journey'

const city = 'decider.paris'
const joined = '/idees/un-panneau-d-affichage-libre-a-chaque-station-de-metro-du-centre'
const host = '/idees/publier-en-clair-l-ordre-du-jour-des-conseils-d-arrondissement'

async function signIn(page: Page, name: string, path: string) {
  await page.goto(at(city, `/connexion?suite=${encodeURIComponent(path)}`))
  await page.getByRole('button', { name: /Mon compte Paris/ }).click()
  await page.getByText(name).first().click()
  await page.waitForURL(/decider\.paris/)
}

const count = async (page: Page, path: string) => {
  await page.goto(at(city, path))
  return Number(
    (await page.locator('#soutenir p').first().innerText()).split('soutien')[0]!.replace(/\D/g, ''),
  )
}

test.describe('a merge seen by a supporter of both', () => {
  test.describe.configure({ mode: 'serial' })

  test('each page leads to the other and says what happened', async ({ page }) => {
    await page.goto(at(city, joined))
    await expect(page.locator('main')).toContainText('Ce texte a rejoint un autre')
    await page
      .getByRole('link', { name: /Publier en clair/ })
      .first()
      .click()
    await expect(page).toHaveURL(at(city, host))
    await expect(page.locator('#liens')).toContainText('A accueilli')
    await expect(page.locator('#chronologie')).toContainText('Accueille un autre texte')
  })

  test('Amina supported both: her voice is carried, and counts once', async ({ page }) => {
    const [before, there] = [await count(page, joined), await count(page, host)]
    await signIn(page, 'Amina Diallo', joined)
    await page.getByRole('button', { name: 'Porter ma voix' }).click()
    await expect(page.getByText('Votre réponse est enregistrée.')).toBeVisible()
    await expect.poll(() => count(page, joined)).toBe(before - 1)
    expect(await count(page, host)).toBe(there)
    await page.goto(at(city, '/mes-soutiens'))
    await expect(page.locator('main')).toContainText('Publier en clair')
    await expect(page.locator('main')).not.toContainText('Un panneau d’affichage libre')
  })

  test('who supported neither is told so, without a word about anyone', async ({ page }) => {
    await signIn(page, 'Fatou N’Diaye', joined)
    await page.getByRole('button', { name: 'La laisser ici' }).click()
    await expect(page.locator('main').getByRole('alert')).toContainText(
      'Aucune voix de votre compte n’est comptée ici.',
    )
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Julien supported one: his voice joins the other', async ({ page }) => {
    const there = await count(page, host)
    await signIn(page, 'Julien Moreau', joined)
    await page.getByRole('button', { name: 'Porter ma voix' }).click()
    await expect(page.getByText('Votre réponse est enregistrée.')).toBeVisible()
    await expect.poll(() => count(page, host)).toBe(there + 1)
  })
})

test('a carrier reads what moderation proposes, and answers', async ({ page }) => {
  await signIn(page, 'Julien Moreau', '/mes-idees')
  await page.getByRole('link', { name: /Élargir les trottoirs/ }).click()
  await expect(page.locator('main')).toContainText('Une fusion vous est proposée')
  await page.getByRole('button', { name: 'Accepter la fusion' }).click()
  await expect(page.locator('main')).toContainText('L’autre auteur n’a pas encore répondu.')
})

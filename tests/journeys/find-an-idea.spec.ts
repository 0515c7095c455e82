import type { Page } from '@playwright/test'
import { faultsShown } from '../support/accessibility'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'

withAndWithoutScripts('Nadia looks for an idea', () => {
  test('by a word without its accent, and opens it', async ({ page }) => {
    await page.goto(at('decider.paris', '/idees'))
    await page.getByRole('searchbox').fill('biblioteque')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await expect(page).toHaveURL(/\?q=biblioteque/)
    await page.getByRole('link', { name: /bibliothèque Couronnes/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('bibliothèque Couronnes')
    await expect(page.getByRole('heading', { name: 'Les règles qui s’appliquent ici' })).toBeVisible()
  })

  test('by what it is about and where it stands, then takes one filter off', async ({ page }) => {
    await page.goto(at('decider.paris', '/idees'))
    await page.getByRole('checkbox', { name: /^Déplacements et rues/ }).check()
    await page.getByRole('checkbox', { name: /^Collecte en cours/ }).check()
    await page.getByRole('button', { name: 'Afficher les résultats' }).click()
    const filters = page.getByRole('list', { name: 'Filtres actifs' })
    await expect(filters.getByRole('link', { name: /^Retirer le filtre/ })).toHaveCount(2)
    await filters.getByRole('link', { name: /Déplacements/ }).click()
    await expect(page).toHaveURL(/\?etat=en-cours$/)
  })

  test('page by page, and finds each once', async ({ page }) => {
    await page.goto(at('decider.paris', '/idees?tri=hasard'))
    const titles = await page.getByRole('article').getByRole('link').allTextContents()
    await page.getByRole('link', { name: 'Page suivante' }).click()
    await expect(page).toHaveURL(/apres=/)
    const others = await page.getByRole('article').getByRole('link').allTextContents()
    expect(titles.filter((title) => others.includes(title))).toEqual([])
    await page.getByRole('link', { name: 'Page précédente' }).click()
    await expect(page).toHaveURL(/avant=/)
    expect(await page.getByRole('article').getByRole('link').allTextContents()).toEqual(titles)
  })

  test('in a list that says what the map says', async ({ page }) => {
    await page.goto(at('decider.paris', '/idees/carte?q=velo'))
    await expect(page.getByRole('link', { name: /vélos-cargos/ })).toBeVisible()
  })
})

test.describe('on a phone, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  test('the filters open and close', async ({ page }) => {
    await page.goto(at('decider.paris', '/idees'))
    const choice = page.getByRole('checkbox', { name: /^Seuil atteint/ })
    await expect(choice).toBeHidden()
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await choice.check()
    await page.getByRole('button', { name: 'Afficher les résultats' }).click()
    await expect(page).toHaveURL(/etat=seuil-atteint/)
  })
})

test('what is near is found by asking the browser', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 48.8837, longitude: 2.3497 })
  await page.goto(at('decider.paris', '/idees'))
  await page.getByRole('button', { name: 'Près de moi' }).click()
  await expect(page).toHaveURL(/lat=48\.884&lon=2\.350?$/)
  await expect(page.getByRole('link', { name: 'Retirer le filtre À moins de 2 km de moi' })).toBeVisible()
})

test('an address of the past leads to the present one, and what is nowhere is not found', async ({
  page,
}) => {
  const idea = await anIdeaOf(page, 'decider.paris')
  await page.goto(at('decider.paris', `/idees/${idea.id}`))
  expect(page.url()).toBe(idea.url)
  for (const path of [
    '/idees/nulle-part',
    '/idees/00000000-0000-4000-8000-000000000000',
    `/idees/${'x'.repeat(300)}`,
  ])
    expect((await page.goto(at('decider.paris', path)))?.status()).toBe(404)
})

test('everyone can use the map once it is drawn', async ({ page }) => {
  await page.goto(at('decider.paris', '/idees/carte'))
  await expect(page.locator('.leaflet-interactive, .leaflet-marker-icon').first()).toBeVisible()
  expect(await faultsShown(page)).toEqual([])
})

/** The most supported idea of a city, as a program reads it. */
async function anIdeaOf(page: Page, host: string): Promise<{ id: string; url: string }> {
  const answer = await page.goto(at(host, '/api/v1/ideas?limit=1&sort=supported'))
  const { ideas } = (await answer!.json()) as { ideas: { id: string; url: string }[] }
  return ideas[0]!
}

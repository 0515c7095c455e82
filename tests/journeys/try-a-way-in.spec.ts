import { at, expect, test } from '../support/journey'

const place = '/decider/administration/connexion'

test('Pascal tries the account of his city for real, and learns that he could come back by it', async ({
  page,
}) => {
  await page.goto(at('puerto-claro', `/decider/connexion?suite=${encodeURIComponent(place)}`))
  await page.locator('form[action="/api/auth/signin/oidc"] button').click()
  await page.locator('form button').nth(16).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identificación')
  await page
    .locator('#oidc')
    .getByRole('link', { name: /Probar de verdad/ })
    .click()
  await page.waitForURL((url) => url.hostname === 'compte.localhost')
  await page.locator('form button').nth(16).click()
  const way = page.locator('#oidc')
  await expect(way).toContainText('El viaje de ida y vuelta funciona')
  await expect(way).toContainText('podrá volver por aquí')
  await expect(way).toContainText('birthdate')
})

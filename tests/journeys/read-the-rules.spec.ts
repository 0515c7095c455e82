import { at, expect, test } from '../support/journey'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Nadia finds the rules of an idea as they were when it was published', async ({ page }) => {
    await page.goto(at('puerto-claro', '/decider/idees/recuperar-el-humedal-detras-de-playa-larga'))
    await page.getByRole('link', { name: /versión 1/ }).click()
    await expect(page).toHaveURL(/\/decider\/regles\/1/)
    await expect(page.getByText('Estas reglas ya no están vigentes.')).toBeVisible()
    await expect(page.locator('#seuil')).toContainText('922')
    await page.getByRole('link', { name: 'Leer las reglas vigentes' }).click()
    await expect(page.locator('#seuil')).toContainText('738')
    await expect(page.getByText('Apoyos por reunir: 738 (0,4 % de la población)')).toBeVisible()
  })

  test('rules that never were are not there', async ({ page }) => {
    for (const version of ['99', '0', '-1', '1e0', '01', 'x'])
      expect((await page.goto(at('decider.paris', `/regles/${version}`)))?.status()).toBe(404)
  })
})

import AxeBuilder from '@axe-core/playwright'
import { at, expect, test } from '../support/journey'

const rules = [
  ['decider.paris', '/regles'],
  ['belleville', '/decider/regles'],
  ['puerto-claro', '/decider/regles'],
  ['marsa', '/decider/regles'],
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 780 } })

    for (const [host, path] of rules) {
      test(`everyone can read the rules of ${host}, those of today and those of before`, async ({ page }) => {
        for (const version of ['', '/1']) {
          await page.goto(at(host, path + version))
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${version} ${id}: ${nodes[0]?.html}`)).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow).toBeLessThanOrEqual(0)
        }
      })
    }
  })
}

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

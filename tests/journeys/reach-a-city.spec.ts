import { at, expect, test } from '../support/journey'

test('each city answers at its own address, in its own language and direction', async ({ page }) => {
  await page.goto(at('decider.paris'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.goto(at('marsa'))
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
})

test('an address that is no city’s is told so, and names none', async ({ page }) => {
  const answer = await page.goto(at('nulle-part'))
  expect(answer?.status()).toBe(421)
  await expect(page.locator('body')).not.toContainText(/paris|belleville/i)
})

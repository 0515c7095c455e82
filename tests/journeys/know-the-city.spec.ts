import { at, expect, test } from '../support/journey'

const homes = [
  ['decider.paris', '/'],
  ['belleville', '/decider'],
  ['puerto-claro', '/decider'],
  ['marsa', '/decider'],
] as const

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })

  test('what is not there is said by the city, in its language, with a way on', async ({ page }) => {
    const answer = await page.goto(at('puerto-claro', '/decider/nada-de-nada'))
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Esta página no existe')
    await expect(page.getByRole('banner')).toContainText('Puerto Claro')
    await page.getByRole('searchbox').fill('playa')
    await page.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/\/decider\/idees\?q=playa/)
  })

  test('Karim opens the menu and goes to the rules', async ({ page }) => {
    await page.goto(at('decider.paris'))
    await page.getByText('Menu', { exact: true }).click()
    await page.getByRole('banner').getByRole('link', { name: 'Règles' }).click()
    await expect(page).toHaveURL(at('decider.paris', '/regles'))
  })
})

test('every link of the home leads to a page that is there', async ({ page }) => {
  await page.goto(at('belleville', '/decider'))
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')!))
  const statuses = await page.evaluate(
    (hrefs) => Promise.all(hrefs.map(async (href) => `${href} ${(await fetch(href)).status}`)),
    [...new Set(links)],
  )
  expect(statuses.length).toBeGreaterThan(15)
  expect(statuses.filter((said) => !said.endsWith(' 200'))).toEqual([])
})

test('a choice of darkness is kept by this browser alone, and no cookie is set', async ({
  page,
  context,
}) => {
  await page.goto(at('decider.paris'))
  await page.getByRole('radio', { name: 'Sombre' }).check()
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await paper()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  expect(await paper()).toBe(dark)
  await expect(page.getByRole('radio', { name: 'Sombre' })).toBeChecked()
  await page.getByRole('radio', { name: 'Claire' }).check()
  expect(await paper()).not.toBe(dark)
  expect(await context.cookies()).toEqual([])
})

test('the other language shows the same page', async ({ page }) => {
  await page.goto(at('marsa', '/decider/regles'))
  await page.getByRole('banner').getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL(at('marsa', '/fr/decider/regles'))
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
})

test('the keyboard reaches the content before anything else', async ({ page }) => {
  await page.goto(at('decider.paris'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('on the narrowest screen nothing is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const [host, home] of homes) {
    await page.goto(at(host, home))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(`${host} ${over}`).toBe(`${host} ${Math.min(over, 0)}`)
  }
})

test('four cities never look like one: colours, letters and geometry differ', async ({ page }) => {
  const looks = []
  for (const [host, home] of homes) {
    await page.goto(at(host, home))
    looks.push(
      await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement)
        const band = document.querySelector('pattern path')?.getAttribute('d') ?? ''
        return [style.getPropertyValue('--action'), style.getPropertyValue('--title-family'), band]
      }),
    )
  }
  for (const part of [0, 1, 2]) expect(new Set(looks.map((look) => look[part])).size).toBe(homes.length)
})

test('the parts of the house are shown to those who build it, not to citizens', async ({ page }) => {
  expect((await page.goto(at('decider.paris', '/styleguide')))?.status()).toBe(404)
})

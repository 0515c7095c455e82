import type { Page } from '@playwright/test'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'

const city = 'decider.paris'

/** The idea that closes soonest, found as a reader would find it. */
async function openAnIdea(page: Page, place: number): Promise<string> {
  await page.goto(at(city, '/idees?etat=open'))
  const titles = page.locator('main article').getByRole('link')
  const address = await titles.nth(place).getAttribute('href')
  await page.goto(at(city, address!))
  return address!
}

async function signInAs(page: Page, name: string) {
  await page.getByRole('button', { name: /Mon compte Paris/ }).click()
  await page.getByText(name).first().click()
  await page.waitForURL(/decider\.paris/)
}

const press = (page: Page) =>
  page
    .locator('main')
    .getByRole('button', { name: /^Soutenir/ })
    .first()
const shown = async (page: Page) =>
  Number((await page.locator('#soutenir p').first().innerText()).split('soutien')[0]!.replace(/\D/g, ''))

/** The page asks how many they are before its reader presses, and hears it after. Without scripts it asks nothing. */
async function aCountOnItsWay(page: Page, count: number) {
  let go = () => {}
  const gone = new Promise<void>((resolve) => (go = resolve))
  const held: Promise<void>[] = []
  await page.route('**/api/v1/ideas/*/count', (route) => {
    held.push(gone.then(() => route.fulfill({ json: { count, threshold: 1500, reached: false } })))
  })
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  return {
    isHeld: () => expect.poll(() => held.length).toBeGreaterThan(0),
    arrives: async () => {
      go()
      await Promise.all(held)
    },
  }
}

withAndWithoutScripts('Amina supports an idea', () => {
  test('she presses, signs in, comes back, and one press counts her once', async ({
    page,
    javaScriptEnabled,
  }) => {
    await openAnIdea(page, javaScriptEnabled ? 0 : 1)
    await press(page).click()
    await expect(page).toHaveURL(/\/connexion\?suite=/)
    await signInAs(page, javaScriptEnabled ? 'Amina Diallo' : 'Mei Chen')
    await expect(page).toHaveURL(/geste=soutenir/)
    await expect(page.locator('#soutenir')).toContainText('n’est pas encore compté')
    const before = await shown(page)
    const late = await aCountOnItsWay(page, before)
    if (javaScriptEnabled) await late.isHeld()
    await press(page).click()
    await expect(page.locator('#soutenir')).toContainText('Votre soutien est compté.')
    await expect(page.locator('#soutenir')).toContainText('n’est montré à personne')
    await late.arrives()
    expect(await shown(page)).toBe(before + 1)
  })

  test('what she supports is in her list, and she can take it back', async ({ page, javaScriptEnabled }) => {
    const address = await openAnIdea(page, javaScriptEnabled ? 2 : 3)
    await press(page).click()
    await signInAs(page, javaScriptEnabled ? 'Julien Moreau' : 'Fatou N’Diaye')
    await press(page).click()
    await expect(page.locator('#soutenir')).toContainText('Votre soutien est compté.')
    const counted = await shown(page)
    await page.goto(at(city, '/mes-soutiens'))
    await expect(page.locator(`main a[href="${address}"]`)).toBeVisible()
    await page.goto(at(city, address))
    if (javaScriptEnabled) await expect(page.locator('#soutenir')).toContainText('déjà compté')
    else await press(page).click()
    await expect(page.locator('#soutenir')).toContainText('déjà compté')
    await page.getByRole('button', { name: 'Retirer mon soutien' }).click()
    await expect(page.locator('#soutenir')).toContainText('Votre soutien est retiré.')
    expect(await shown(page)).toBe(counted - 1)
  })
})

test('a boy of thirteen is told why not, and what he can do', async ({ page }) => {
  await openAnIdea(page, 0)
  await press(page).click()
  await signInAs(page, 'Lucas Martin')
  await press(page).click()
  await expect(page.locator('#soutenir')).toContainText(/Il faut avoir \d+ ans pour soutenir/)
})

test('the number on the page follows the one of the city', async ({ page, browser }) => {
  const address = await openAnIdea(page, 4)
  const before = await shown(page)
  const other = await (await browser.newContext()).newPage()
  await other.goto(at(city, address))
  await press(other).click()
  await signInAs(other, 'Gérard Lefèvre')
  await press(other).click()
  await expect(other.locator('#soutenir')).toContainText('Votre soutien est compté.')
  await expect.poll(() => shown(page), { timeout: 15_000 }).toBe(before + 1)
})

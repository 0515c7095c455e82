import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { path, writeDraft } from '../support/deposit-journey'
import { expect, test } from '../support/journey'

/** As on a slow phone: the page is there to be read and written in, and its scripts come when they are let through. */
async function asleep(page: Page) {
  let wake = () => {}
  const woken = new Promise<void>((resolve) => (wake = resolve))
  await page.route(/\/_next\/static\/.*\.js/, async (route) => (await woken, route.continue()))
  return { open: (to: string) => page.goto(path(to), { waitUntil: 'commit' }), wake }
}

const isAwake = (field: Locator) =>
  expect
    .poll(() => field.evaluate((one) => Object.keys(one).some((key) => key.startsWith('__react'))))
    .toBe(true)

test('what is written before a page wakes is still there afterwards', async ({ page }) => {
  await writeDraft(page, `Une fontaine ${randomUUID().slice(0, 6)}`)
  const draft = new URL(page.url()).pathname.replace(/^\/decider|\/envoi$/g, '')

  const text = 'Une fontaine devant la gare, pour boire et remplir sa gourde.'
  const writing = await asleep(page)
  await writing.open(`${draft}/texte`)
  await page.getByLabel('Texte').fill(text)
  writing.wake()
  await expect(page.getByText(`${text.length} caractères`)).toBeVisible()
  await expect(page.getByLabel('Texte')).toHaveValue(text)

  const choosing = await asleep(page)
  await choosing.open(`${draft}/sujet`)
  await page.getByLabel('Titre').fill('Une fontaine, et deux bancs')
  const theme = page.locator('main').getByRole('radio').last()
  await theme.check()
  choosing.wake()
  await isAwake(theme)
  await expect(page.getByLabel('Titre')).toHaveValue('Une fontaine, et deux bancs')
  await expect(theme).toBeChecked()

  const placing = await asleep(page)
  await placing.open(`${draft}/lieu`)
  await page.getByLabel('Lequel ?').selectOption({ index: 2 })
  placing.wake()
  await isAwake(page.getByLabel('Lequel ?'))
  expect(await page.getByLabel('Lequel ?').evaluate((one) => (one as HTMLSelectElement).selectedIndex)).toBe(
    2,
  )
})

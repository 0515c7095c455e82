import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

/** Half as long as the one with its comments, for a page that reads it anew each time. */
const axesOwnWords = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** As a computer shows it by day, and as a phone shows it by night. */
const looks = {
  'wide and light': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'narrow and dark': { viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
} as const

/** What can be right by day on a computer and wrong by night on a phone, or in another city's colours. */
const ofTheLook = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']
const ofTheMarkup = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Which rules a page is read with: all of them, or those of its look where its markup was read already. */
type Depth = 'whole' | 'look'

/** What would stop someone on this page, loaded once: axe's findings, and a page wider than the screen. */
export async function faultsOf(page: Page, address: string, { status = 200 } = {}) {
  const faults: string[] = []
  for (const [name, { viewport, colorScheme }] of Object.entries(looks)) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (name === 'wide and light') faults.push(...(await openingFaults(page, address, status)))
    await drawn(page)
    const found = await faultsShown(page, name === 'wide and light' ? 'whole' : 'look')
    faults.push(...found.map((fault) => `${address}, ${name}: ${fault}`))
  }
  return faults
}

/** What would stop someone on the page that is open, as a phone shows it by night and then as a computer by day. */
export async function faultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [name, { viewport, colorScheme }] of Object.entries(looks).toReversed()) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await drawn(page)
    const found = await faultsShown(page, name === 'wide and light' ? 'whole' : 'look')
    faults.push(...found.map((fault) => `${page.url()}, ${name}: ${fault}`))
  }
  return faults
}

/** What is read is what was drawn: a page that is still changing its look has two at once. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function openingFaults(page: Page, address: string, status: number): Promise<string[]> {
  const answer = await page.goto(address)
  const said = answer?.status()
  if (said !== status) return [`${address} answered ${said}`]
  return page.url() === address ? [] : [`${address} led to ${page.url()}`]
}

/** What would stop someone on the page that is open, as it is shown now. */
export async function faultsShown(page: Page, depth: Depth = 'whole'): Promise<string[]> {
  const runOnly =
    depth === 'whole'
      ? { type: 'tag' as const, values: ofTheMarkup }
      : { type: 'rule' as const, values: ofTheLook }
  const violations = await violationsOf(page, {
    runOnly,
    resultTypes: ['violations'],
    preload: false,
    rules: { 'target-size': { enabled: true } },
  })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  const faults = violations.map(({ id, html, why }) => `${id}: ${html.slice(0, 160)} ${why}`)
  return over > 0 ? [...faults, `${over} px wider than the screen`] : faults
}

type Violation = { id: string; html: string; why: string }

/** What axe finds, read inside the page: it is brought there once, and only what is said of a fault comes back. */
async function violationsOf(page: Page, options: axe.RunOptions): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axesOwnWords)
  return page.evaluate(async (options) => {
    const reader = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await reader.run(document, options)
    return violations.map(({ id, nodes: [node] }) => ({
      id,
      html: node?.html ?? '',
      why: [...(node?.any ?? []), ...(node?.all ?? []), ...(node?.none ?? [])]
        .map(({ message }) => message)
        .join(' '),
    }))
  }, options)
}

import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { emblemOf, pictureOf } from '@/lib/ideas/sharing/image'
import { shareDrawing } from '@/lib/ideas/sharing/rules'
import { compose } from '@/lib/mail/compose'
import type { WaitingLetter } from '@/lib/mail/outbox/queries'
import { keepEmblem } from '@/lib/media/drawings/commands'
import { emblemAsIcon, emblemAsPng } from '@/lib/media/drawings/queries'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../support/cities'

const drawing = Buffer.from('<svg viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#c00"/></svg>')

async function withLogo() {
  const city = await aCity()
  const kept = await keepEmblem(city, drawing)
  if (!kept.ok) throw new Error(kept.refusal)
  const logo = { light: kept.value, alt: { fr: 'Une tour' } }
  return {
    plain: city,
    city: { ...city, theme: { ...city.theme, logo } } satisfies Tenant,
    emblem: kept.value,
  }
}

const letterOf = (tenant: Tenant) => {
  const letter = { id: randomUUID(), kind: 'sign_in_link', address: 'a@ville.fr', locale: 'fr', detail: {} }
  return compose(tenant, { letter, person: null, occurrences: [] } as unknown as WaitingLetter)!
}

test('a letter shows the city’s emblem by its whole address, and its text says what it said', async () => {
  const { plain, city } = await withLogo()
  const { html, text } = letterOf(city)
  expect(html).toMatch(/<img src="http:\/\/[^"/]+\/embleme\/clair\.png" alt="Une tour"/)
  expect(text).toBe(letterOf(plain).text)
  expect(letterOf(plain).html).not.toContain('<img')
})

test('the picture of a shared idea has the emblem, and does without one that is away', async () => {
  const { city, emblem } = await withLogo()
  const said = { theme: city.theme, platform: 'P', title: 'T', count: '1', share: 0.5, rightToLeft: false }
  const drawn = await emblemOf(city, emblem)
  expect(drawn?.href).toMatch(/^data:image\/png;base64,/)
  const [without, withIt] = [
    await pictureOf(shareDrawing(said)),
    await pictureOf(shareDrawing({ ...said, emblem: drawn })),
  ]
  expect(withIt.equals(without)).toBe(false)
  expect(await emblemOf(city, { ...emblem, file: `${'x'.repeat(22)}.webp` })).toBeUndefined()
})

test('an emblem is a PNG where nothing else is shown, in a square on a phone', async () => {
  const { city, emblem } = await withLogo()
  const sizeOf = async (png: Buffer | null) => {
    const { format, width, height } = await sharp(png!).metadata()
    return { format, width, height }
  }
  expect(await sizeOf(await emblemAsPng(city, emblem))).toEqual({ format: 'png', width: 176, height: 88 })
  const icon = await emblemAsIcon(city, emblem, { side: 192, ground: '#ffffff' })
  expect(await sizeOf(icon)).toEqual({ format: 'png', width: 192, height: 192 })
  expect(await emblemAsPng(city, { ...emblem, file: `${'x'.repeat(22)}.webp` })).toBeNull()
})

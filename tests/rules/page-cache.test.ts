import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { filledWith, giveBack, makePage, placeholder } from '@/lib/server/page-cache/page'
import { canonicalQuery, publicRoute } from '@/lib/server/page-cache/public-routes'
import { createShelf, type Kept } from '@/lib/server/page-cache/shelf'
import { newNonce } from '@/lib/server/front/security-headers'

const html = (scripts: number) =>
  Array.from(
    { length: scripts },
    (_, at) => `<script nonce="${placeholder}">step(${at * 7919})</script>`,
  ).join('<p>Une idée pour la place, « soutenue » par mille cinq cents personnes.</p>'.repeat(9))

describe('a page is cut where its nonce goes', () => {
  test.each([0, 1, 2, 40, 400])('with %i scripts', async (scripts) => {
    const content = html(scripts).padEnd(900, ' .')
    const page = await makePage(200, 'text/html', {}, Buffer.from(content))
    for (const nonce of [newNonce(), newNonce(), newNonce()]) {
      const wanted = content.replaceAll(placeholder, nonce)
      const [plain, gzipped] = [filledWith(page.plain, nonce), filledWith(page.gzipped!, nonce)]
      expect(plain.toString()).toBe(wanted)
      expect(gunzipSync(gzipped).toString()).toBe(wanted)
      giveBack(page.plain, plain)
      giveBack(page.gzipped!, gzipped)
    }
  })

  test('and a copy that is on its way is not filled again', async () => {
    const page = await makePage(200, 'text/html', {}, Buffer.from(html(3)))
    const [one, other] = [filledWith(page.plain, newNonce()), filledWith(page.plain, newNonce())]
    expect(one.equals(other)).toBe(false)
    expect(page.plain.bytes.includes(placeholder)).toBe(true)
  })

  test('a copy that came back is used again, until those of other pages took its place', async () => {
    const form = (await makePage(200, 'text/html', {}, Buffer.from(html(3)))).plain
    const copy = filledWith(form, newNonce())
    giveBack(form, copy)
    expect(filledWith(form, newNonce())).toBe(copy)
    giveBack(form, copy)
    for (let at = 0; at < 400; at++) giveBack({ ...form }, Buffer.from(form.bytes))
    expect(filledWith(form, newNonce())).not.toBe(copy)
  })

  test('and what all pages keep so has an end', async () => {
    const form = (await makePage(200, 'text/html', {}, Buffer.from(html(3).padEnd(1_000_000)))).plain
    const copies = Array.from({ length: 20 }, () => filledWith(form, newNonce()))
    for (const copy of copies) giveBack(form, copy)
    const again = new Set(Array.from({ length: 20 }, () => filledWith(form, newNonce())))
    expect(copies.filter((copy) => again.has(copy)).length).toBeLessThanOrEqual(8)
  })
})

describe('a public page is kept under what it reads', () => {
  test('names it does not read are dropped, the others put in one order', () => {
    expect(canonicalQuery('?utm_source=x&tri=recent&q=v%C3%A9lo', ['q', 'tri'])).toBe(
      '?q=v%C3%A9lo&tri=recent',
    )
    expect(canonicalQuery('?tri=recent&q=v%C3%A9lo&fbclid=1', ['q', 'tri'])).toBe('?q=v%C3%A9lo&tri=recent')
    expect(canonicalQuery('?theme=b&q=&theme=a', ['q', 'theme'])).toBe('?theme=b&theme=a')
    expect(canonicalQuery('?utm_source=x', ['q'])).toBe('')
    expect(canonicalQuery('?q=x', [])).toBe('')
  })

  test('what is no line of the list is nobody’s but the asker’s', () => {
    expect(publicRoute('decider', '/idees/fontaine')).toBeDefined()
    for (const path of [
      '/compte',
      '/connexion',
      '/moderation',
      '/idees/fontaine/modifier',
      '/api/v1/me',
      '/idees/',
    ])
      expect(publicRoute('decider', path)).toBeUndefined()
    expect(publicRoute('agir', '/idees')).toBeUndefined()
  })
})

describe('the shelf holds what it may hold', () => {
  const kept = (city: string, bytes: number): Kept => ({
    city,
    shows: 'ideas',
    since: 0,
    movement: 0,
    isEmptied: false,
    page: {
      status: 200,
      contentType: '',
      headers: {},
      plain: { bytes: Buffer.alloc(0), gaps: [], gzip: null },
      gzipped: null,
      size: bytes,
      mayBeKept: true,
    },
  })

  test('and never more bytes than that', () => {
    const shelf = createShelf(1000)
    for (let at = 0; at < 500; at++) shelf.keep(`page ${at}`, kept(`city ${at % 3}`, 30 + (at % 50)))
    expect(shelf.size()).toBeLessThanOrEqual(1000)
    expect(shelf.find('city 1', 'page 499')).toBeDefined()
  })

  test('a city with many pages does not push out one with few', () => {
    const shelf = createShelf(1000)
    shelf.keep('the page of a small city', kept('small', 100))
    for (let at = 0; at < 500; at++) shelf.keep(`page ${at}`, kept('large', 100))
    expect(shelf.find('small', 'the page of a small city')).toBeDefined()
  })

  test('what was shown last is given up last', () => {
    const shelf = createShelf(300)
    for (const name of ['first', 'second', 'third']) shelf.keep(name, kept('city', 75))
    shelf.find('city', 'first')
    shelf.keep('fourth', kept('city', 75))
    shelf.keep('fifth', kept('city', 75))
    expect(shelf.find('city', 'first')).toBeDefined()
    expect(shelf.find('city', 'second')).toBeUndefined()
  })

  test('a change of ideas leaves what shows settings alone', () => {
    const shelf = createShelf(1000)
    shelf.keep('list', kept('city', 10))
    shelf.keep('rules', { ...kept('city', 10), shows: 'settings' })
    shelf.keep('above both', { ...kept('city', 10), shows: 'everything' })
    shelf.keep('elsewhere', kept('other', 10))
    shelf.empty('city', 'ideas')
    expect(shelf.find('city', 'above both')?.isEmptied).toBe(true)
    expect(shelf.find('city', 'list')?.isEmptied).toBe(true)
    expect(shelf.find('city', 'rules')?.isEmptied).toBe(false)
    expect(shelf.find('other', 'elsewhere')?.isEmptied).toBe(false)
    shelf.empty('city', 'settings')
    expect(shelf.find('city', 'rules')?.isEmptied).toBe(true)
  })
})

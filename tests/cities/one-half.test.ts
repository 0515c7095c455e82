import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, deadLinks } from '../support/crawl'
import { removeFolders } from '../support/product'
import { aRunningProduct, cookieOf, decide } from '../support/running-product'

let product: Awaited<ReturnType<typeof aRunningProduct>>
beforeAll(async () => void (product = await aRunningProduct()))
afterAll(async () => {
  await product.stop()
  await removeFolders()
})

const belleville = { id: 'belleville', host: 'belleville.localhost' }
const paris = { id: 'paris', host: 'decider.paris.localhost' }
const documents = ['/robots.txt', '/sitemap.xml', '/manifest.webmanifest', '/api/v1/openapi.json']
const at = (host: string, path = '') => `http://${host}:${product.port}${path}`
const half = {
  both: { ideas: true, agir: true },
  decider: { ideas: true, agir: false },
  agir: { ideas: false, agir: true },
}

/** Until the process that serves has heard of it. */
async function until(address: string, status: number) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await ask({ port: product.port }, address)).status === status) return
    await pause(50)
  }
  throw new Error(`${address} does not answer ${status}`)
}

test.each(['both', 'decider', 'agir'] as const)(
  'on one host, %s: no link leads nowhere',
  async (which) => {
    await decide(belleville.id, (settings) => ({ ...settings, modules: half[which] }))
    await until(at(belleville.host, '/decider/idees'), which === 'agir' ? 404 : 200)
    await until(at(belleville.host, '/agir'), which === 'decider' ? 404 : 200)
    const owner = await cookieOf(belleville, 'owner')
    const platform = which === 'agir' ? '/agir' : '/decider'
    const begin = ['/', platform, `${platform}/compte`, `${platform}/introuvable-non`, ...documents]
    const nothing = `${platform}/introuvable-non`
    const desk = await ask(
      { port: product.port, cookie: owner },
      at(belleville.host, `${platform}/moderation`),
    )
    expect(desk.status).toBe(200)
    for (const cookie of [undefined, owner]) {
      const visit = { port: product.port, origin: at(belleville.host), ...(cookie ? { cookie } : {}) }
      const { dead, kinds } = await deadLinks(visit, [at(belleville.host)], begin)
      expect(dead.filter((line) => !line.endsWith(`${nothing} (404)`))).toEqual([])
      expect(kinds).toBeGreaterThan(which === 'agir' ? 5 : 30)
    }
  },
  240_000,
)

test.each(['both', 'decider', 'agir'] as const)(
  'on a host each, %s: no link leads nowhere',
  async (which) => {
    const hosts = { decider: paris.host, agir: 'agir.paris.localhost' }
    const left = Object.entries(hosts).filter(([platform]) => which === 'both' || which === platform)
    await decide(paris.id, (settings) => ({
      ...settings,
      modules: half[which],
      hosts: { ...Object.fromEntries(left), aliases: [] },
    }))
    const first = left[0]![1]
    await until(at(first, '/robots.txt'), 200)
    const gone = Object.values(hosts).find((host) => left.every(([, one]) => one !== host))
    if (gone) await until(at(gone), 421)
    const owner = await cookieOf({ id: paris.id, host: first }, 'owner')
    const origins = left.map(([, host]) => at(host))
    for (const origin of origins) {
      const visit = { port: product.port, origin, cookie: owner }
      const begin = ['/', '/compte', '/notifications', '/mentions-legales', ...documents]
      const everywhere = [...origins, ...(gone ? [at(gone)] : [])]
      const { dead } = await deadLinks(visit, everywhere, begin)
      expect(dead).toEqual([])
    }
  },
  240_000,
)

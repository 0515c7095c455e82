import { afterAll, beforeAll, expect, test } from 'vitest'
import { deadLinks } from '../support/crawl'
import { crawlOneHost, documents, everyHalf, expectNoDeadEnd, halves, until } from '../support/halves'
import { removeFolders } from '../support/product'
import { aRunningProduct, cookieOf, decide } from '../support/running-product'

let product: Awaited<ReturnType<typeof aRunningProduct>>
beforeAll(async () => void (product = await aRunningProduct()))
afterAll(async () => {
  await product.stop()
  await removeFolders()
})

const paris = { id: 'paris', host: 'decider.paris.localhost' }
const at = (host: string, path = '') => `http://${host}:${product.port}${path}`

test.each(everyHalf)(
  'on one host, %s: no link leads nowhere',
  async (which) => expectNoDeadEnd(which, await crawlOneHost(product.port, which)),
  240_000,
)

test.each(everyHalf)(
  'on a host each, %s: no link leads nowhere',
  async (which) => {
    const hosts = { decider: paris.host, agir: 'agir.paris.localhost' }
    const left = Object.entries(hosts).filter(([platform]) => which === 'both' || which === platform)
    await decide(paris.id, (settings) => ({
      ...settings,
      modules: halves[which],
      hosts: { ...Object.fromEntries(left), aliases: [] },
    }))
    const first = left[0]![1]
    await until(product.port, at(first, '/robots.txt'), 200)
    const gone = Object.values(hosts).find((host) => left.every(([, one]) => one !== host))
    if (gone) await until(product.port, at(gone), 421)
    const owner = await cookieOf({ id: paris.id, host: first }, 'owner')
    const origins = left.map(([, host]) => at(host))
    for (const origin of origins) {
      const visit = { port: product.port, origin, cookie: owner }
      const begin = ['/', '/compte', '/notifications', '/mentions-legales', ...documents]
      const everywhere = [...origins, ...(gone ? [at(gone)] : [])]
      const { dead } = await deadLinks(visit, { origins: everywhere, begin })
      expect(dead).toEqual([])
    }
  },
  240_000,
)

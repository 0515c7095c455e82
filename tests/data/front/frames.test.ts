import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { openFrameDesk } from '@/lib/server/front/frame-desk'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { Tenant } from '@/tenants/tenant'
import { aDate, anActivity } from '../../support/agir'
import { openFront, tellingKitchen } from '../../support/front'
import { aCity, publish } from '../../support/new-cities'

let front: Awaited<ReturnType<typeof openFront>>
beforeAll(async () => {
  openFrameDesk()
  front = await openFront(tellingKitchen().listener)
})
afterAll(() => Promise.all([front.close(), closeDatabase()]))

const get = (path: string, host: string) => front.ask(`GET ${path} HTTP/1.1\nHost: ${host}\n`)

test('a list may stand in the page of another site; no other page may, and nothing in it runs', async () => {
  const city = aCity()
  await publish(city)
  await refreshRegistry()
  const { id, slug } = await anActivity(city, {
    title: 'Planter <des> arbres',
    themeIds: [city.themes[0]!.id],
  })
  await aDate(city, id, new Date(Date.now() + 86_400_000))
  const host = city.hosts.shared!
  const { status, headers, body } = await get('/cadre/activites', host)
  expect(status).toBe(200)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors \*/)
  expect(headers['x-frame-options']).toBeUndefined()
  expect(body).toContain('Planter &lt;des&gt; arbres')
  expect(body).toContain(`/activites/${slug}"`)
  expect(body).not.toContain('<script')
  const other = await get(`/cadre/activites?theme=${city.themes[1]!.id}`, host)
  expect(other.body).not.toContain('Planter')
  const page = await get('/agir/activites', host)
  expect(page.headers['x-frame-options']).toBe('DENY')
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('a city that does not want it has no such list', async () => {
  const city = { ...aCity(), embedding: false }
  await publish(city)
  await refreshRegistry()
  expect((await get('/cadre/activites', city.hosts.shared!)).status).toBe(404)
})

test('a list stands in the sites that a city names, and in no others; what is no site is refused at its field', async () => {
  const city = { ...aCity(), embeddingOrigins: ['https://quartier.exemple.fr', 'https://*.journal.fr'] }
  await publish(city)
  await refreshRegistry()
  const { headers } = await get('/cadre/activites', city.hosts.shared!)
  expect(headers['content-security-policy']).toMatch(
    /frame-ancestors 'self' https:\/\/quartier\.exemple\.fr https:\/\/\*\.journal\.fr$/,
  )
  for (const origin of [
    'exemple.fr',
    'https://exemple.fr/page',
    'https://a.fr; script-src *',
    'https://*',
    '*',
  ])
    expect(Tenant.safeParse({ ...city, embeddingOrigins: [origin] }).error?.issues).toMatchObject([
      { message: 'site_origin', path: ['embeddingOrigins', 0] },
    ])
})

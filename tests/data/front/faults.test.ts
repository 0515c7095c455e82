import type { RequestListener } from 'node:http'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { closeDatabase, inTenant } from '@/lib/db'
import { hearChanges, publishTag } from '@/lib/tenancy/freshness'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { seedCities } from '@/lib/tenancy/seed'
import { shippedCities } from '@/tenants/shipped'
import { type SignedIn, someoneSignedIn } from '../../support/factories'
import { openFront, tellingKitchen } from '../../support/front'

const kitchen = tellingKitchen()
let cook: RequestListener = kitchen.listener
let front: Awaited<ReturnType<typeof openFront>>
let hearing: Awaited<ReturnType<typeof hearChanges>>
/** A city of this test's own: what happens to it happens to no other. */
const model = shippedCities.find(({ hosts }) => hosts.shared)!
const city = {
  ...model,
  id: 'essai',
  name: { fr: 'Essai-sur-Orle' },
  hosts: { shared: 'essai.test', aliases: [] },
}
const owner = postgres(process.env.OWNER_DATABASE_URL!, { max: 1 })

beforeAll(async () => {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  front = await openFront((request, response) => cook(request, response))
  hearing = await hearChanges()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => void (cook = kitchen.listener))
afterAll(async () => {
  await owner`update registry.cities set status = 'active' where id = 'essai'`
  await Promise.all([front.close(), hearing.stop(), owner.end(), closeDatabase()])
})

const get = (path: string, host = 'essai.test', who?: SignedIn) =>
  front.ask(`GET ${path} HTTP/1.1\nHost: ${host}${who ? `\nCookie: ${cookieOf(who)}` : ''}`)
const cookieOf = (who: SignedIn) =>
  `${sessionCookieName()}=${signSession(city.id, 1, { ...who, expiresAt: new Date(Date.now() + 3_600_000) })}`

/** No city can have all of them by itself. Each is let go after three seconds, by the limit of a statement. */
const holdEveryConnection = () =>
  Promise.allSettled(
    ['essai', 'belleville', 'paris'].flatMap((id) =>
      Array.from({ length: 5 }, () => inTenant({ id }, (db) => db.execute('select pg_sleep(5)'))),
    ),
  )

describe('a city that is not open says so in its own name', () => {
  test('suspended: nothing at all', async () => {
    await owner`update registry.cities set status = 'suspended' where id = 'essai'`
    await vi.waitFor(async () => expect((await get('/fr/decider')).status).toBe(503))
    for (const path of ['/fr/decider/idees', '/fr/decider/flux/idees.atom', '/api/v1/ideas']) {
      const { status, headers, body } = await get(path)
      expect([status, headers['retry-after']]).toEqual([503, '3600'])
      expect(body).toContain(path.startsWith('/api/') ? '"status":503' : city.name.fr)
    }
    expect((await get('/decider', 'belleville.localhost')).status).toBe(200)
    expect((await get('/healthz')).status).toBe(200)
  })

  test('draft: its door and nothing else, but for those who act for it', async () => {
    await owner`update registry.cities set status = 'draft' where id = 'essai'`
    await vi.waitFor(async () => expect((await get('/decider/connexion')).status).toBe(200))
    const [member, citizen] = [
      await someoneSignedIn(city, { role: 'moderator' }),
      await someoneSignedIn(city),
    ]
    const asked = async (who?: SignedIn) => (await get('/decider/idees', 'essai.test', who)).status
    expect([await asked(), await asked(citizen), await asked(member)]).toEqual([503, 503, 200])
    expect((await get('/decider/flux/idees.atom', 'essai.test', member)).status).toBe(404)
  })

  test.each(['read_only', 'closing'] as const)(
    '%s: everything can be read, nothing written',
    async (status) => {
      await owner`update registry.cities set status = ${status} where id = 'essai'`
      await vi.waitFor(async () => {
        expect((await get('/decider/compte')).status).toBe(200)
        expect(kitchen.last().headers['x-parvis-status']).toBe(status)
      })
      const form = `POST /decider HTTP/1.1\nHost: essai.test\nOrigin: http://essai.test:${front.port}\nContent-Length: 0`
      const { status: answered, headers } = await front.ask(form)
      expect([answered, headers['retry-after'] !== undefined]).toEqual([503, true])
    },
  )

  test('open again as soon as the registry says so', async () => {
    await owner`update registry.cities set status = 'active' where id = 'essai'`
    await vi.waitFor(async () => expect((await get('/decider')).status).toBe(200))
  })
})

test('a host that joins is served without a restart', async () => {
  expect((await get('/', 'new.essai.test')).status).toBe(421)
  await owner`insert into registry.hosts values ('new.essai.test', 'essai', 'shared', 'alias')`
  await vi.waitFor(async () => expect((await get('/', 'new.essai.test')).status).toBe(308))
  await owner`delete from registry.hosts where host = 'new.essai.test'`
  await vi.waitFor(async () => expect((await get('/', 'new.essai.test')).status).toBe(421))
})

describe('when the database fails, nothing is broken, only late', () => {
  const failing: RequestListener = async (_, response) => {
    await inTenant({ id: 'essai' }, (db) =>
      db.execute('select pg_terminate_backend(pg_backend_pid())'),
    ).catch(() => {})
    response
      .writeHead(500, { 'content-type': 'text/html', 'x-nextjs-cache': 'MISS' })
      .end('an inner page of Next')
  }

  test('a page for one person may be asked for again', async () => {
    cook = failing
    const { status, headers, body } = await get('/decider/compte')
    expect([status, headers['retry-after']]).toEqual([503, '5'])
    expect(body).not.toContain('Next')
  })

  test('a public page nobody has seen yet, too', async () => {
    cook = failing
    expect((await get('/decider/idees?q=never')).status).toBe(503)
  })

  test('a public page somebody has seen is shown as it was', async () => {
    await get('/decider/idees')
    publishTag('essai', 'ideas')
    cook = failing
    const { status, body } = await get('/decider/idees')
    expect(status).toBe(200)
    expect(body).toContain('<p>essai')
  })

  test('a request that the database keeps waiting is ended within three seconds', async () => {
    const held = holdEveryConnection()
    cook = () => {}
    const began = performance.now()
    const many = Array.from({ length: 30 }, (_, at) => get(`/decider/idees?q=slow${at}`))
    const answers = await Promise.all([get('/decider/compte'), ...many])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(performance.now() - began).toBeLessThan(3000)
    await held
    await held
  })

  test('a page that is only slow is waited for', async () => {
    cook = (request, response) => void setTimeout(kitchen.listener, 3300, request, response)
    const answers = await Promise.all(
      ['/decider/compte', '/decider/idees?q=patience'].map((path) => get(path)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  test('a mistake of ours stays a five hundred, once no failure of the database is three seconds old', async () => {
    cook = (_, response) =>
      response.writeHead(500, { 'content-type': 'text/html', 'content-length': 18 }).end('our own error page')
    const { status, body } = await get('/decider/compte')
    expect([status, body]).toEqual([500, 'our own error page'])
  })
})

test('ready and alive say nothing of any city, on any host', async () => {
  await refreshRegistry()
  for (const host of ['127.0.0.1', 'essai.test', 'evil.test', 'a@b']) {
    for (const path of ['/healthz', '/readyz']) {
      const { status, body } = await get(path, host)
      expect([status, body]).toEqual([200, '{"status":"ok"}'])
    }
  }
})

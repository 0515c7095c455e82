import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { openFront, tellingKitchen } from '../../support/front'

const kitchen = tellingKitchen()
let front: Awaited<ReturnType<typeof openFront>>
beforeAll(async () => void (front = await openFront(kitchen.listener)))
afterAll(() => Promise.all([front.close(), closeDatabase()]))

/** An account page is rendered each time, so what Next is told can be seen each time. */
const asked = (host: string, more = '', path = '/compte') =>
  front.ask(`GET ${path} HTTP/1.1\nHost: ${host}\n${more}`)

describe('a host leads to its city', () => {
  test.each([
    ['decider.paris.localhost', 'paris', 'decider'],
    ['agir.paris.localhost', 'paris', 'agir'],
    ['belleville.localhost', 'belleville', 'ville'],
    ['BELLEVILLE.LOCALHOST:3000', 'belleville', 'ville'],
    ['belleville.localhost.', 'belleville', 'ville'],
    ['belleville.localhost.:9', 'belleville', 'ville'],
  ])('%s', async (host, city, surface) => {
    expect((await asked(host)).status).toBe(200)
    expect(kitchen.last().headers).toMatchObject({ 'x-parvis-city': city, 'x-parvis-surface': surface })
  })

  test('with its platform and language read from the path', async () => {
    await asked('decider.paris.localhost', '', '/en/compte')
    expect(kitchen.last().headers).toMatchObject({ 'x-parvis-locale': 'en', 'x-parvis-path': '/compte' })
    await asked('puerto-claro.localhost', '', '/en/agir/compte')
    expect(kitchen.last().headers).toMatchObject({ 'x-parvis-surface': 'agir', 'x-parvis-path': '/compte' })
  })
})

describe('what is the host of no city is told so, and nothing of any city', () => {
  test.each([
    ['evil.test', ''],
    ['127.0.0.1:3000', ''],
    ['[::1]:3000', ''],
    ['localhost', ''],
    ['belleville.localhost@evil', ''],
    ['belleville.localhost, decider.paris.localhost', ''],
    ['belleville_localhost', ''],
    ['xbelleville.localhost', ''],
    ['x.belleville.localhost', ''],
    ['belleville.localhost.evil.test', ''],
    ['belleville.localhost..', ''],
    ['belleville.localhost', 'Host: decider.paris.localhost'],
    ['belleville.localhost', 'host: belleville.localhost'],
    ['evil.test', 'X-Forwarded-Host: belleville.localhost'],
    ['localhost', 'X-Parvis-Host: belleville.localhost\nX-Parvis-Self: guess'],
  ])('Host: %s %s', async (host, more) => {
    const before = kitchen.told.length
    const { status, headers, body } = await asked(host, more)
    expect(status).toBe(421)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).not.toMatch(/paris|belleville|evil/i)
    expect(kitchen.told.length).toBe(before)
  })

  test('no host at all, or another one in the address', async () => {
    expect((await front.ask('GET / HTTP/1.0')).status).toBe(421)
    const { status } = await front.ask(
      'GET http://belleville.localhost/ HTTP/1.1\nHost: decider.paris.localhost',
    )
    expect(status).toBe(421)
  })

  test('in the language the browser asks for', async () => {
    expect((await asked('evil.test', 'Accept-Language: de, ar;q=0.9, en;q=0.5')).body).toContain('dir="rtl"')
    expect((await asked('evil.test', 'Accept-Language: en-GB')).body).toContain('lang="en"')
    expect((await asked('evil.test')).body).toContain('lang="fr"')
  })
})

test('what a client says of hosts, cities and addresses is thrown away', async () => {
  const lies = {
    'X-Forwarded-Host': 'evil.test',
    'X-Forwarded-Proto': 'gopher',
    'X-Forwarded-For': '8.8.8.8',
    'X-Parvis-City': 'belleville',
    'X-Parvis-Host': 'belleville.localhost',
    'X-Parvis-Self': 'guess',
    'X-Tenant-ID': 'belleville',
    'X-Middleware-Subrequest': 'middleware:middleware:middleware:middleware:middleware',
    'X-Invoke-Path': '/moderation',
    'X-Matched-Path': '/moderation',
    'X-Original-URL': '/moderation',
    'X-Rewrite-URL': '/moderation',
    'X-Nextjs-Data': '1',
    'X-Now-Route-Matches': '1',
    'Next-Router-Prefetch': '1',
    'Next-Router-Segment-Prefetch': '/_tree',
    'Next-Resume': '1',
    Forwarded: 'host=evil.test',
    'X-HTTP-Method-Override': 'DELETE',
    'Content-Security-Policy': "script-src 'nonce-mine'",
  }
  const lines = Object.entries(lies).map(([name, value]) => `${name}: ${value}`)
  await asked('decider.paris.localhost:3000', lines.join('\n'))
  const { headers } = kitchen.last()
  const authority = `decider.paris.localhost:${front.port}`
  expect(headers).toMatchObject({
    host: authority,
    'x-forwarded-host': authority,
    'x-forwarded-proto': 'http',
    'x-parvis-city': 'paris',
    'x-parvis-host': 'decider.paris.localhost',
  })
  expect(headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$/)
  for (const [name, value] of Object.entries(lies)) expect(headers[name.toLowerCase()]).not.toBe(value)
})

test('another city’s id in the address is a page that is not there, not a city', async () => {
  await asked('decider.paris.localhost', '', '/belleville/fr/decider?tenant=belleville')
  expect(kitchen.last().headers).toMatchObject({
    'x-parvis-city': 'paris',
    'x-parvis-path': '/belleville/fr/decider',
  })
})

test('Next, calling itself after a form, is known by a key nobody else has', async () => {
  await asked('belleville.localhost', '', '/decider/compte')
  const key = kitchen.last().headers['x-parvis-self']
  const { status } = await asked(
    `localhost:${front.port}`,
    `X-Parvis-Self: ${key}\nX-Parvis-Host: belleville.localhost`,
  )
  expect(status).toBe(200)
  expect(kitchen.last().headers['x-parvis-city']).toBe('belleville')
  expect(
    (await asked('evil.test', `X-Parvis-Self: ${key}\nX-Parvis-Host: belleville.localhost`)).status,
  ).toBe(421)
})

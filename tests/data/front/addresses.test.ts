import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { openFront, tellingKitchen } from '../../support/front'

const kitchen = tellingKitchen()
let front: Awaited<ReturnType<typeof openFront>>
beforeAll(async () => void (front = await openFront(kitchen.listener)))
afterAll(() => Promise.all([front.close(), closeDatabase()]))

const host = 'belleville.localhost'
const get = (path: string, more = '', on = host) => front.ask(`GET ${path} HTTP/1.1\nHost: ${on}\n${more}`)
const here = (path: string, on = host) => `http://${on}:${front.port}${path}`

describe('an address has one form, and the others lead to it', () => {
  test.each([
    ['//decider//compte', '/decider/compte'],
    ['/decider/%63ompte', '/decider/compte'],
    ['/fr/../decider/compte', '/decider/compte'],
    ['/fr/%2e%2e/decider/compte', '/decider/compte'],
    ['/decider/compte/', '/decider/compte'],
    ['/fr/decider/compte', '/decider/compte'],
    ['/fr', '/'],
    // Languages that this city does not speak, or speaks no more.
    ['/es/decider/compte', '/decider/compte'],
    ['/ar', '/'],
    ['//evil.test/', '/evil.test'],
    ['/decider/compte/?suite=%2Fx', '/decider/compte?suite=%2Fx'],
  ])('%s → %s', async (sent, right) => {
    const before = kitchen.told.length
    const { status, headers } = await get(sent)
    expect([status, headers.location]).toEqual([308, here(right)])
    expect(kitchen.told.length).toBe(before)
  })

  test.each([
    '/decider/compte.rsc',
    '/decider/compte.segments/_tree.segment.rsc',
    '/_next/data/build/decider/compte.json',
    '/_next/image?url=http://169.254.169.254/latest&w=64&q=75',
    '/_next/image?url=%2Fdecider%2Fcompte&w=64&q=75',
    '/_next/static/../../package.json',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/static/chunks/..%2f..%2f..%2fpackage.json',
    '/_next/server/app.js',
    '/decider%2fcompte',
    '/decider/compte%00',
    '/%0d%0aSet-Cookie:x=1',
    '/decider\\compte',
  ])('%s leads nowhere', async (sent) => {
    const before = kitchen.told.length
    const { status, head } = await get(sent)
    expect(status === 404 || status === 308).toBe(true)
    expect(head).not.toMatch(/set-cookie/i)
    expect(kitchen.told.length).toBe(before)
  })

  test.each(['/decider/compte?nxtPid=1', '/decider/compte?_rsc=abc', '/decider/compte?__nextLocale=x'])(
    '%s says nothing to Next',
    async (sent) => {
      await get(sent)
      expect(kitchen.last().url).toBe('/decider/compte')
    },
  )

  test('an address as long as a book is refused', async () => {
    expect((await get(`/${'a'.repeat(5000)}`)).status).toBe(414)
    expect((await get(`/decider/idees?q=${'(('.repeat(3000)}`)).status).toBe(414)
    expect((await get(`/${'../'.repeat(1300)}`)).status).toBe(308)
  })
})

describe('an alias leads to the right host before anything else', () => {
  test.each(['/', '/decider/idees?q=v%C3%A9lo', '/api/auth/signin'])('%s', async (path) => {
    const { status, headers } = await get(path, '', `www.${host}`)
    expect([status, headers.location]).toEqual([308, here(path)])
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('a form sent to an alias changes nothing', async () => {
    const before = kitchen.told.length
    const sent = `POST /decider HTTP/1.1\nHost: www.${host}\nOrigin: ${here('', `www.${host}`)}\nContent-Length: 0`
    expect((await front.ask(sent)).status).toBe(308)
    expect(kitchen.told.length).toBe(before)
  })
})

describe('only a page of this very host may change something', () => {
  const write = (method: string, path: string, more: string) =>
    front.ask(`${method} ${path} HTTP/1.1\nHost: ${host}\nContent-Length: 0\n${more}`)
  const ways = [
    ['POST', '/decider/compte'],
    ['POST', '/decider'],
    ['POST', '/api/auth/signin/oidc'],
    ['PUT', '/api/v1/ideas/0195a1b0-0000-7000-8000-000000000000/support'],
    ['DELETE', '/api/v1/ideas/0195a1b0-0000-7000-8000-000000000000/support'],
    ['PATCH', '/anything'],
  ] as const

  describe.each([
    ['none', ''],
    ['null', 'Origin: null'],
    ['a sibling city', 'Origin: http://decider.paris.localhost:PORT'],
    ['another scheme', 'Origin: https://belleville.localhost:PORT'],
    ['another port', 'Origin: http://belleville.localhost:1'],
    ['no port', 'Origin: http://belleville.localhost'],
    ['a longer name', 'Origin: http://belleville.localhost.evil:PORT'],
    ['a name inside', 'Origin: http://evil.belleville.localhost:PORT'],
    ['an alias', 'Origin: http://www.belleville.localhost:PORT'],
    [
      'this one, said by a page of the same site',
      'Origin: http://belleville.localhost:PORT\nSec-Fetch-Site: same-site',
    ],
    ['none, from elsewhere', 'Sec-Fetch-Site: cross-site'],
  ])('not with the origin: %s', (_, more) => {
    test.each(ways)('%s %s', async (method, path) => {
      const before = kitchen.told.length
      const { status } = await write(method, path, more.replace('PORT', String(front.port)))
      expect(status).toBe(403)
      expect(kitchen.told.length).toBe(before)
    })
  })

  test('with its own origin a form reaches Next, action and all', async () => {
    const more = `Origin: ${here('')}\nSec-Fetch-Site: same-origin\nNext-Action: abc\nCookie: a=b`
    expect((await write('POST', '/decider/compte', more)).status).toBe(200)
    expect(kitchen.last()).toMatchObject({ method: 'POST', headers: { 'next-action': 'abc', cookie: 'a=b' } })
  })

  test('a body without a length, or far too long, is not read', async () => {
    const form = `POST /decider/compte HTTP/1.1\nHost: ${host}\nOrigin: ${here('')}`
    expect((await front.ask(`${form}\nTransfer-Encoding: chunked`, '0\r\n\r\n')).status).toBe(411)
    expect((await front.ask(`${form}\nContent-Length: 1048577`)).status).toBe(413)
    const upload = `${form}\nContent-Type: multipart/form-data; boundary=x`
    expect((await front.ask(`${upload}\nContent-Length: 13000000`)).status).toBe(413)
  })
})

test('every answer carries what keeps a browser safe, and nothing of how it was made', async () => {
  const answers = await Promise.all([
    get('/decider'),
    get('/decider/compte'),
    get('/nowhere.rsc'),
    get('/decider', '', 'evil.test'),
    get('/healthz'),
    get('/_next/static/none.js'),
    front.ask(`POST /decider HTTP/1.1\nHost: ${host}\nContent-Length: 0`),
  ])
  for (const { head, headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'; base-uri 'none'/)
    expect(head).not.toMatch(/unsafe|x-middleware|x-nextjs|x-powered-by|x-parvis/i)
  }
})

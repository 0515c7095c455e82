import { expect, test } from '../support/journey'
import { askRaw } from '../support/raw'

const port = Number(process.env.PARVIS_PORT ?? 3000)
const paris = 'decider.paris.localhost'
const belleville = 'belleville.localhost'

const get = (host: string, path = '/', more = '') =>
  askRaw(port, `GET ${path} HTTP/1.1\nHost: ${host}\n${more}`)
const nonceOf = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1]

test.describe('whoever lies about the host gains nothing', () => {
  for (const [host, more] of [
    ['evil.test', ''],
    [`${paris}@evil`, ''],
    [paris, 'Host: evil.test'],
    ['evil.test', `X-Forwarded-Host: ${paris}`],
  ] as const) {
    test(`Host: ${host} ${more}`, async () => {
      const { status, body } = await get(host, '/', more)
      expect(status).toBe(421)
      expect(body).not.toMatch(/paris|belleville|evil/i)
    })
  }

  for (const more of [
    'X-Forwarded-Host: evil.test',
    'X-Parvis-Host: belleville.localhost',
    'Forwarded: host=evil.test',
  ]) {
    test(`a page of one city stays its own with ${more}`, async () => {
      for (const path of ['/', '/idees', '/connexion', '/api/auth/csrf', '/sitemap.xml', '/flux/nouvelles']) {
        const { head, body } = await get(`${paris}:${port}`, path, more)
        expect(head + body).not.toMatch(/evil\.test|Belleville-sur-Orle/)
      }
    })
  }

  test('sign-in never sends anyone to another host', async () => {
    for (const suite of [
      '//evil.test',
      '/\\evil.test',
      'https:evil.test',
      'javascript:alert(1)',
      `/${'x'.repeat(3000)}`,
    ]) {
      const { head } = await get(
        paris,
        `/connexion?suite=${encodeURIComponent(suite)}`,
        'X-Forwarded-Host: evil.test',
      )
      expect(head).not.toMatch(/^location:.*evil/im)
    }
  })
})

test.describe('what is for some is shown to none who are not signed in', () => {
  const ways = (path: string): [string, string][] => [
    [path, ''],
    [`/${path}`, ''],
    [
      path
        .replace('/', '/%6')
        .replace(/%6(.)/, (_, letter: string) => `%${letter.charCodeAt(0).toString(16)}`),
      '',
    ],
    [`/fr/..${path}`, ''],
    [`${path}.rsc`, ''],
    [`${path}.segments/_tree.segment.rsc`, ''],
    [`/_next/data/build${path}.json`, ''],
    [`${path}?nxtPid=1&_rsc=1`, ''],
    [path, 'RSC: 1'],
    [path, 'RSC: 1\nNext-Router-Prefetch: 1\nNext-Router-Segment-Prefetch: /_tree'],
    [path, 'X-Middleware-Subrequest: middleware:middleware:middleware:middleware:middleware'],
    [path, 'X-Middleware-Subrequest: src/proxy:src/proxy:src/proxy:src/proxy:src/proxy'],
    [path, 'X-Parvis-Path: /\nX-Invoke-Path: /\nX-Nextjs-Data: 1'],
    [`/paris/fr/decider${path}`, ''],
  ]
  for (const path of ['/compte', '/moderation']) {
    test(path, async () => {
      for (const [address, more] of ways(path)) {
        const { status, head, body } = await get(paris, address, more)
        const isRefused = status >= 300 && status < 500
        const isSignIn =
          status === 200 &&
          /connexion/.test(head + body) &&
          !/<main[^]*(Supprimer|Publier)[^]*<\/main>/.test(body)
        expect(isRefused || isSignIn, `${address} ${more} → ${status}`).toBe(true)
        expect(head).not.toMatch(/x-middleware|x-nextjs/i)
      }
    })
  }
})

test('two cities never show each other’s page, in 200 turns', async () => {
  const turns = Array.from({ length: 200 }, (_, at) => (at % 2 ? paris : belleville))
  for (let at = 0; at < turns.length; at += 20) {
    const some = turns.slice(at, at + 20)
    const more = at % 40 ? 'RSC: 1\nNext-Router-Prefetch: 1' : 'Cookie: parvis.session=someone'
    const answers = await Promise.all(
      some.map((host) => get(host, host === paris ? '/idees' : '/decider/idees', more)),
    )
    answers.forEach(({ status, headers, body }, turn) => {
      expect(status).toBe(200)
      expect(headers['content-type']).toContain('text/html')
      expect(body.includes('Décider à Belleville')).toBe(some[turn] === belleville)
      expect(body.includes('Décider pour Paris')).toBe(some[turn] === paris)
    })
  }
})

test('each answer has a nonce of its own, in its policy and on each of its scripts', async () => {
  const nonces = new Set<string>()
  for (let at = 0; at < 20; at++) {
    const { headers, body } = await get(paris, '/idees')
    const nonce = nonceOf(headers['content-security-policy'])!
    const scripts = body.match(/<script\b[^>]*>/g)!
    expect(scripts.length).toBeGreaterThan(3)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
})

test.describe('a form sent from elsewhere changes nothing', () => {
  for (const origin of [
    'null',
    'http://evil.test',
    `http://${belleville}:${port}`,
    `https://${paris}:${port}`,
  ]) {
    test(`Origin: ${origin}`, async () => {
      for (const path of ['/connexion', '/deposer', '/api/auth/signin/email', '/api/v1/me', '/idees']) {
        const form = `POST ${path} HTTP/1.1\nHost: ${paris}:${port}\nOrigin: ${origin}\nContent-Length: 0\nNext-Action: x`
        expect((await askRaw(port, form)).status, path).toBe(403)
      }
    })
  }
})

test('pages run under their own policy, without a single complaint of the browser', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  for (const [host, path] of [
    [paris, '/'],
    [paris, '/idees'],
    [paris, '/regles'],
    [paris, '/connexion'],
    [belleville, '/decider'],
    ['marsa.localhost', '/decider'],
  ] as const) {
    await page.goto(`http://${host}:${port}${path}`, { waitUntil: 'networkidle' })
  }
  expect(complaints).toEqual([])
})

import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { countsMoved } from '@/lib/tenancy/freshness'
import { nonceIn, withoutNonce as without } from '../../support/front'
import { belleville, marsa, openPageKitchen, previewOfBelleville } from '../../support/page-kitchen'

const own = openPageKitchen()
const { get, kitchen } = own

describe('one copy serves all who ask', () => {
  test('and is rendered once, however many ask at once', async () => {
    const before = kitchen.told.length
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(belleville, '/decider/idees')))
    expect(kitchen.told.length).toBe(before + 1)
    expect(new Set(answers.map(({ body }) => without(body))).size).toBe(1)
  })

  test('rendered for nobody: no cookie, no authorisation, no header of the one who asked first', async () => {
    const mine =
      'Cookie: parvis.session=mine\nAuthorization: Bearer mine\nUser-Agent: mine\nReferer: http://mine/'
    await get(belleville, '/decider/regles', `${mine}\nAccept-Language: en\nX-Mine: mine`)
    expect(kitchen.last().url).toBe('/decider/regles')
    expect(JSON.stringify(kitchen.last().headers)).not.toMatch(/mine|accept-language/)
  })

  test.each([
    'RSC: 1',
    'Next-Router-Prefetch: 1',
    'Next-Router-Segment-Prefetch: /_tree',
    'Next-Router-State-Tree: %5B%22%22%5D',
    'Next-Url: /compte',
    'RSC: 1\nNext-Router-Prefetch: 1\nX-Nextjs-Data: 1',
  ])('as a whole page, whatever Next’s own headers say: %s', async (more) => {
    const plain = await get(belleville, '/decider/idees')
    const before = kitchen.told.length
    const { headers, body } = await get(belleville, '/decider/idees', more)
    expect(without(body)).toBe(without(plain.body))
    expect(headers['content-type']).toMatch(/^text\/html/)
    expect(kitchen.told.length).toBe(before)
  })

  test('under the words it reads, and no others', async () => {
    const first = await get(belleville, '/decider/idees?tri=recent&q=eau')
    const before = kitchen.told.length
    for (const query of [
      'q=eau&tri=recent',
      'utm_source=x&q=eau&fbclid=1&tri=recent',
      'q=eau&tri=recent&page=',
    ]) {
      expect(without((await get(belleville, `/decider/idees?${query}`)).body)).toBe(without(first.body))
    }
    expect(kitchen.told.length).toBe(before)
    expect(first.body).toContain('/decider/idees?q=eau&tri=recent')
  })
})

test('two cities never see each other’s page, 200 times in turn', async () => {
  const asked = Array.from({ length: 200 }, (_, at) => ({
    host: at % 2 ? belleville : marsa,
    more: at % 3 ? 'Cookie: parvis.session=someone' : at % 5 ? 'RSC: 1' : '',
  }))
  const answers = await Promise.all(asked.map(({ host, more }) => get(host, '/decider/idees', more)))
  answers.forEach(({ body }, at) => {
    expect(body).toContain(asked[at]!.host === marsa ? '<p>marsa ' : '<p>belleville ')
  })
})

describe('a nonce is for one answer', () => {
  test('and stands in its policy and in its page alike', async () => {
    const nonces = new Set<string>()
    for (let at = 0; at < 100; at++) {
      const { headers, body } = await get(belleville, '/decider/idees')
      const nonce = nonceIn(headers['content-security-policy'])!
      expect(nonceIn(body)).toBe(nonce)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(100)
  })

  test('what stood in its place while it was rendered never leaves', async () => {
    await get(belleville, '/decider')
    const placeholder = nonceIn(String(kitchen.last().headers['content-security-policy']))!
    const { head, body } = await get(belleville, '/decider')
    expect(head + body).not.toContain(placeholder)
  })
})

describe('what is for one person is kept by nobody', () => {
  test.each(['/decider/compte', '/decider/idees/nouvelle/etape', '/decider/connexion', '/api/v1/unknown'])(
    '%s',
    async (path) => {
      const before = kitchen.told.length
      const [first, second] = [
        await get(belleville, path, 'Cookie: a=1'),
        await get(belleville, path, 'Cookie: a=2'),
      ]
      expect(kitchen.told.length).toBe(before + 2)
      expect([first, second].map(({ headers }) => headers['cache-control'])).toEqual(
        Array(2).fill('private, no-store'),
      )
      expect(kitchen.last().headers.cookie).toBe('a=2')
    },
  )

  test('an answer that sets a cookie, or says that it is private, is not kept, nor is its cookie shared', async () => {
    for (const headers of [
      { 'set-cookie': 'session=mine' },
      { 'cache-control': 'private' },
      { 'cache-control': 'no-store' },
    ]) {
      let times = 0
      own.cook = (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(`time ${++times}`)
      const answers = [await get(belleville, '/decider/regles'), await get(belleville, '/decider/regles')]
      expect(answers.map(({ body }) => body)).toEqual(['time 1', 'time 2'])
      expect(answers.map(({ head }) => head).join()).not.toMatch(/set-cookie/i)
    }
  })

  test('an error as a draft would show it is seen by who looks at the draft alone', async () => {
    const cookie = await previewOfBelleville()
    own.cook = (request, response) => {
      const isDraft = request.headers['x-parvis-preview'] !== undefined
      const [status, mark] = request.url?.includes('etat') ? [200, ''] : [404, ' id="__next_error__"']
      response.writeHead(status, { 'content-type': 'text/html' })
      response.end(`<html${mark}>${isDraft ? 'draft' : 'in force'}</html>`)
    }
    const drafted = await get(belleville, '/decider/idees/absente', `Cookie: ${cookie}`)
    const usual = await get(belleville, '/decider/mes-idees/absente')
    expect([drafted, usual].map(({ status, body }) => [status, /draft|in force/.exec(body)?.[0]])).toEqual([
      [404, 'draft'],
      [404, 'in force'],
    ])
  })

  test('a browser that asks what it may send is answered by the route, not with the page', async () => {
    const before = kitchen.told.length
    await get(belleville, '/api/v1/rules')
    await own.ask(`OPTIONS /api/v1/rules HTTP/1.1\nHost: ${belleville}\nOrigin: http://elsewhere.test`)
    expect(kitchen.told.slice(before).map(({ method }) => method)).toEqual(['GET', 'OPTIONS'])
  })

  test.each(['"one"', 'W/"one"', '"other", "one"', '*'])('a tag that is held is held: %s', async (held) => {
    own.cook = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/json', etag: '"one"' }).end('{}')
    const statusOf = async (tag: string) =>
      (await get(belleville, '/api/v1/rules', `If-None-Match: ${tag}`)).status
    expect([await statusOf(held), await statusOf('"another"')]).toEqual([304, 200])
  })

  test('a file names its terms, and a page nothing to fetch before it', async () => {
    const link = '<https://terms.test/>; rel="license"'
    const asked = async (type: string, path: string) => {
      own.cook = (_, response) => response.writeHead(200, { 'content-type': type, link }).end('x')
      return (await get(belleville, path)).headers.link
    }
    expect(await asked('application/json', '/api/v1/ideas')).toBe(link)
    expect(await asked('text/html', '/decider/regles')).toBeUndefined()
  })

  test('a form is answered afresh, and leaves the kept page alone', async () => {
    const kept = await get(belleville, '/decider/idees')
    const origin = `http://${belleville}:${own.port()}`
    const form = `POST /decider/idees HTTP/1.1\nHost: ${belleville}\nOrigin: ${origin}\nContent-Length: 0\nCookie: a=1`
    const answer = await own.ask(form)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(without(answer.body)).not.toBe(without(kept.body))
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(kept.body))
  })
})

test('a HEAD is a GET without its body, and a short 404 is kept shortly', async () => {
  const { headers } = await get(belleville, '/decider/idees')
  const head = await own.ask(`HEAD /decider/idees HTTP/1.1\nHost: ${belleville}`)
  expect([head.status, head.body, head.headers['content-length']]).toEqual([
    200,
    '',
    headers['content-length'],
  ])
  let times = 0
  own.cook = (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end(`time ${++times}`)
  for (let at = 0; at < 5; at++) expect((await get(belleville, '/decider/idees/none')).body).toBe('time 1')
  countsMoved('belleville')
  await pause(1100)
  expect((await get(belleville, '/decider/idees/none')).body).toBe('time 2')
})

import fc from 'fast-check'
import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { normaliseHost, requestHost } from '@/lib/server/front/host-name'

const asked = (url: string, ...hosts: string[]) =>
  ({
    url,
    rawHeaders: hosts.flatMap((host) => ['Host', host]),
    headers: { host: hosts[0] },
  }) as IncomingMessage

describe('a host name has one form', () => {
  test.each([
    ['a.localhost', 'a.localhost'],
    ['A.LOCALHOST:3000', 'a.localhost'],
    ['a.localhost.', 'a.localhost'],
    ['a.localhost.:8080', 'a.localhost'],
    ['Dé cider.fr'.replace(' ', ''), 'xn--dcider-bva.fr'],
    ['localhost', 'localhost'],
  ])('%s is %s', (sent, host) => {
    expect(normaliseHost(Buffer.from(sent).toString('latin1'))).toBe(host)
  })

  test.each([
    '',
    '.',
    'a.localhost..',
    'a.localhost@evil',
    'a.localhost,b.localhost',
    'a_b.localhost',
    'a b.localhost',
    'a.localhost/evil',
    'a.localhost\\evil',
    'a.localhost?x',
    'a.localhost#x',
    'a%2elocalhost',
    '127.0.0.1',
    '127.0.0.1:3000',
    '127.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    '[::1]:3000',
    '::1',
    '-a.localhost',
    'a-.localhost',
    `${'a'.repeat(64)}.localhost`,
    `${'a.'.repeat(130)}localhost`,
    'a.localhost:',
    'a.localhost:port',
  ])('%j is the name of nothing', (sent) => {
    expect(normaliseHost(sent)).toBeNull()
  })

  test('what has been normalised stays as it is', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const host = normaliseHost(domain)
        expect(host === null || normaliseHost(host) === host).toBe(true)
      }),
    )
  })
})

describe('a request is for one host', () => {
  test('named once', () => expect(requestHost(asked('/', 'a.localhost'))).toBe('a.localhost'))
  test('not named', () => expect(requestHost(asked('/'))).toBeNull())
  test('named twice, even alike', () => {
    expect(requestHost(asked('/', 'a.localhost', 'b.localhost'))).toBeNull()
    expect(requestHost(asked('/', 'a.localhost', 'a.localhost'))).toBeNull()
  })
  test('named in the address too, the same', () =>
    expect(requestHost(asked('http://a.localhost:3000/x', 'a.localhost'))).toBe('a.localhost'))
  test('named in the address too, another', () =>
    expect(requestHost(asked('http://b.localhost/', 'a.localhost'))).toBeNull())
  test('named in the address too, in a way nobody can read', () =>
    expect(requestHost(asked('http://b.localhost:99999/', 'a.localhost'))).toBeNull())
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress } from '@/lib/server/front/address'

describe('an address has one form', () => {
  test.each([
    ['/', '/'],
    ['/idees', '/idees'],
    ['/idees/', '/idees'],
    ['//admin', '/admin'],
    ['/%61dmin', '/admin'],
    ['/fr/../admin', '/admin'],
    ['/fr/%2e%2e/admin', '/admin'],
    ['/./idees/./carte', '/idees/carte'],
    ['/../../etc/passwd', '/etc/passwd'],
    ['/id%C3%A9es', '/id%C3%A9es'],
  ])('%s is %s', (sent, pathname) => {
    expect(readAddress(sent)).toMatchObject({ pathname, isCanonical: sent === pathname })
  })

  test('the host in an absolute address is no part of it', () => {
    const address = { pathname: '/idees', search: '?q=x', isCanonical: true }
    expect(readAddress('http://a.localhost/idees?q=x')).toEqual(address)
  })

  test.each([
    '/admin.rsc',
    '/admin.segments/_tree.segment.rsc',
    '/_next/data/build/admin.json',
    '//_next/data/build/admin.json',
    '/a%2fadmin',
    '/a%5cadmin',
    '/a\\admin',
    '/a%00',
    '/a%0d%0aSet-Cookie:x=1',
    '/%',
    '/%zz',
    '/%ff',
    '/%2561dmin',
    'admin',
    '*',
  ])('%s leads nowhere', (sent) => {
    expect(readAddress(sent)).toBeNull()
  })

  test('words that only Next writes are taken out of the query', () => {
    expect(readAddress('/idees?_rsc=abc&q=x&nxtPslug=y&__nextLocale=z')?.search).toBe('?q=x')
    expect(readAddress('/idees?nxtPid=1')?.search).toBe('')
  })

  test('what is canonical is read as itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 4 }), (segments) => {
        const once = readAddress(`/${segments.map(encodeURIComponent).join('/')}`)
        if (once) expect(readAddress(once.pathname)).toEqual({ ...once, search: '', isCanonical: true })
      }),
    )
  })
})

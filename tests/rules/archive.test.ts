import { describe, expect, test } from 'vitest'
import { addressesIn, asArchived } from '@/lib/tenancy/departure/archive/pages'
import { placeOf, wayBetween } from '@/lib/tenancy/departure/archive/places'
import { belleville } from '@/tenants/belleville'
import { paris } from '@/tenants/paris'

const at = (address: string) => placeOf(paris, new URL(address))
const host = paris.hosts.decider!

describe('what an archive holds', () => {
  test.each([
    ['/', 'decider/index.html'],
    ['/idees', 'decider/idees/index.html'],
    ['/idees/fontaine', 'decider/idees/fontaine/index.html'],
    ['/en/idees/fontaine', 'decider/en/idees/fontaine/index.html'],
    ['/conditions', 'decider/conditions/index.html'],
    ['/theme/abc.css', 'decider/fichiers/theme/abc.css'],
  ])('%s is read there', (path, file) => expect(at(`http://${host}${path}`)?.file).toBe(file))

  test.each([
    '/connexion',
    '/compte',
    '/deposer',
    '/moderation',
    '/administration',
    '/api/v1/ideas',
    '/flux/idees',
  ])('%s is not', (path) => expect(at(`http://${host}${path}`)).toBeNull())

  test('another host, of another city or of nobody, is not', () => {
    expect(at('https://ailleurs.example/idees')).toBeNull()
    expect(at(`http://${belleville.hosts.shared}/decider/idees`)).toBeNull()
  })

  test('what two hosts have at the same address is two files', () => {
    const files = [paris.hosts.decider, paris.hosts.agir].map((one) => at(`http://${one}/icon.svg`)?.file)
    expect(files).toEqual(['decider/fichiers/icon.svg', 'agir/fichiers/icon.svg'])
  })

  test('a filter is the same page, what follows is another', () => {
    const [plain, filtered, next] = ['', '?apres=abc&theme=climat', '?apres=abc'].map((query) =>
      at(`http://${host}/idees${query}`),
    )
    expect(filtered).toEqual(plain)
    expect(next?.file).toMatch(/^decider\/idees\/index-[0-9a-f]{10}\.html$/)
  })

  test('months go back without end, and are one page', () => {
    const past = at(`http://${host}/moderation/chiffres?mois=1970-01`)
    expect(past).toEqual(at(`http://${host}/moderation/chiffres`))
    expect(at(`http://${host}/moderation/chiffres/donnees.csv?mois=1970-01`)?.file).not.toContain('mois')
  })

  test('a name that some system would not take is another that every system does', () => {
    const file = at(`http://${host}/idees/caf%C3%A9..`)?.file ?? ''
    expect(file).toMatch(/^[\w./-]+$/)
    expect(file).not.toBe(at(`http://${host}/idees/caf__`)?.file)
  })
})

test('a way leads from one file to another wherever the archive lies', () => {
  expect(wayBetween('decider/idees/a/index.html', 'decider/idees/b/index.html')).toBe('../b/index.html')
  expect(wayBetween('decider/index.html', 'fichiers/x.css')).toBe('../fichiers/x.css')
  expect(wayBetween('index.html', 'index.html')).toBe('index.html')
})

const page = `<html><head><link rel="stylesheet" href="/theme/a.css"/><link rel="preload" href="/x.js"/>
<meta property="og:url" content="http://x/"/></head><body class="b"><script>alert("<a href='/no'>")</script>
<a href="/idees?a=1&amp;b=2#suite">idées</a><a href="/compte">compte</a><a href="https://ailleurs.example/">ailleurs</a>
<img src="/media/a.webp" srcset="/media/a.webp 1x, /media/b.webp 2x"><img src="/perdu.png">
<form action="/api"><button>Soutenir</button></form></body></html>`

test('a page is read without anybody to answer: no script, no form, no way that leads nowhere', () => {
  expect(addressesIn(page)).toEqual([
    '/theme/a.css',
    '/idees?a=1&b=2#suite',
    '/compte',
    'https://ailleurs.example/',
    '/media/a.webp',
    '/media/a.webp',
    '/media/b.webp',
    '/perdu.png',
  ])
  const wayTo = (address: string) =>
    /^https/.test(address) ? undefined : /idees|theme|media/.test(address) ? `../${address.slice(1)}` : null
  const kept = asArchived(page, { wayTo, notice: 'Archive de <Paris>', styles: '../archive.css' })
  expect(kept).not.toMatch(/<script|<form|<button|preload|og:url|perdu|href="\/|"\/compte/)
  expect(kept).toContain('href="../idees?a=1&amp;b=2#suite"')
  expect(kept).toContain('<a>compte</a>')
  expect(kept).toContain('href="https://ailleurs.example/"')
  expect(kept).toContain('srcset="../media/a.webp 1x, ../media/b.webp 2x"')
  expect(kept).toContain('<body class="b"><p class="archive" role="note">Archive de &lt;Paris&gt;</p>')
})

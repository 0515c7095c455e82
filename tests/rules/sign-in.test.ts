import { expect, test } from 'vitest'
import { isInside, mayBeCalled } from '@/lib/outgoing/addresses'
import { guardedFetch } from '@/lib/outgoing/guarded-fetch'
import { safePath } from '@/lib/auth/safe-path'
import { mailAddress, mailbox } from '@/lib/mail/address'
import { clientSecretName, profileFrom, sessionEnd } from '@/lib/people/sign-in/rules'
import { SignIn } from '@/tenants/sign-in'
import { Localized } from '@/tenants/tenant'
import { declarationRefusal } from '@/lib/people/rules'

test('after signing in one only ever goes on within the same host', () => {
  for (const path of ['/', '/idees', '/decider/idees/une-idee?tri=recentes#soutenir', '/en/compte']) {
    expect(safePath(path)).toBe(path)
  }
  for (const path of [
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https:evil.test',
    'https://decider.paris.localhost@evil.test',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x=1',
    '/\r\nSet-Cookie: x=1',
    '/\t/evil.test',
    '/\u0000',
    '/a b',
    '',
    `/${'x'.repeat(8000)}`,
    undefined,
    ['/idees'],
  ]) {
    expect(safePath(path), String(path)).toBeNull()
  }
})

test('an address is one mailbox and nothing else', () => {
  expect(mailAddress(' Karim.Haddad@Exemple.FR ')).toBe('Karim.Haddad@exemple.fr')
  expect(mailAddress('fatou@mairie-de-ville.example')).toBe('fatou@mairie-de-ville.example')
  expect(mailAddress('zoé@exemple.fr')).toBeNull()
  expect(mailAddress('zoe@exämple.de')).toBe('zoe@xn--exmple-cua.de')
  for (const typed of [
    'a@x,b@y',
    'a@x.fr,b@y.fr',
    '"a" <v@x.fr>',
    'a＠evil.test@x.fr',
    'x@y.fr\r\nBcc: v@x.fr',
    'a b@x.fr',
    'a@localhost',
    'a@[127.0.0.1]',
    '@x.fr',
    'a@',
    '.a@x.fr',
    'a..b@x.fr',
    `${'a'.repeat(65)}@x.fr`,
    `a@${'b'.repeat(250)}.fr`,
  ]) {
    expect(mailAddress(typed), typed).toBeNull()
  }
})

test('the ways one person may write their address count as one', () => {
  expect(mailbox('Ines.Benali+ville@GoogleMail.com')).toBe('inesbenali@gmail.com')
  expect(mailbox('ines+ville@proton.me')).toBe('ines@proton.me')
  expect(mailbox('ines.benali+x@exemple.fr')).toBe('ines.benali+x@exemple.fr')
})

const way = { id: 'oidc', issuer: 'https://compte.exemple.fr', clientId: 'ville', label: { fr: 'Compte' } }
const usual = SignIn(Localized).parse({ providers: [way] }).providers[0]!

test('what a provider says is taken only in the shape expected', () => {
  const said = {
    name: ' Amina\u202e Diallo ',
    email: 'a@x.fr',
    birthdate: '1991-04-02',
    district: 'nord',
    residence: 'lives',
    assurance: 'A4',
  }
  expect(profileFrom(said, ['nord'], usual)).toEqual({
    name: 'Amina Diallo',
    email: 'a@x.fr',
    assurance: 'A4',
    birthYear: 1991,
    residence: 'lives',
    districtCode: 'nord',
  })
  const odd = {
    given_name: 'Amina',
    family_name: 'Diallo',
    email: 'a@x.fr',
    email_verified: false,
    birthdate: 'hier',
    district: 'ailleurs',
    residence: 'king',
    assurance: 'A9',
    role: 'admin',
  }
  expect(profileFrom(odd, ['nord'], usual)).toEqual({
    name: 'Amina Diallo',
    email: null,
    assurance: 'A3',
    birthYear: null,
    residence: null,
    districtCode: null,
  })
})

test('a provider’s own words and its own scale are read as the city said', () => {
  const claims = { ...usual.claims, name: 'usual_name', birthdate: 'born' }
  const levels = [{ says: 'eidas2', grants: 'A4' as const }]
  const mapping = { ...usual, claims, levels, assurance: 'A2' as const }
  const said = { usual_name: 'Diallo', born: '1991-04-02', acr: 'eidas2' }
  expect(profileFrom(said, [], mapping)).toMatchObject({ name: 'Diallo', birthYear: 1991, assurance: 'A4' })
  expect(profileFrom({ ...said, acr: 'eidas1' }, [], mapping).assurance).toBe('A2')
})

test('a version from when there was one provider still opens the same way', () => {
  const { id: _id, ...before } = way
  expect(SignIn(Localized).parse({ oidc: before })).toEqual(SignIn(Localized).parse({ providers: [way] }))
  expect(SignIn(Localized).parse(undefined).providers).toEqual([])
})

test('the secret of one client is not the secret of another, nor of the same name elsewhere', () => {
  const names = [
    usual,
    { ...usual, clientId: 'autre' },
    { ...usual, issuer: 'https://mechant.exemple.fr' },
  ].map(clientSecretName)
  expect(new Set(names).size).toBe(3)
})

test('who acts for the city signs in again each day, the others each month', () => {
  const now = new Date('2026-11-21T10:00:00Z')
  expect(sessionEnd({ grants: [] }, now)).toEqual(new Date('2026-12-21T10:00:00Z'))
  for (const role of ['moderator', 'instructor', 'auditor', 'admin'] as const) {
    const held = { role, scopeKind: 'city', scopeValue: null } as const
    expect(sessionEnd({ grants: [held] }, now)).toEqual(new Date('2026-11-21T18:00:00Z'))
  }
})

test('what a provider vouched for cannot be declared otherwise', () => {
  const ground = { districtCodes: ['nord'], disposableDomains: [], year: 2026 }
  const known = { email: 'amina@exemple.fr' }
  const declared = { birthYear: 2026, districtCode: 'nord' }
  expect(declarationRefusal({ ...known, assurance: 'A1' }, declared, ground)).toBeNull()
  expect(declarationRefusal({ ...known, assurance: 'A3' }, declared, ground)).toBe('vouched')
  expect(declarationRefusal({ ...known, assurance: 'A2' }, { ...declared, birthYear: 2027 }, ground)).toBe(
    'future_year',
  )
  expect(declarationRefusal({ ...known, assurance: 'A2' }, { ...declared, birthYear: 1905 }, ground)).toBe(
    'future_year',
  )
  expect(
    declarationRefusal({ ...known, assurance: 'A2' }, { ...declared, districtCode: 'sud' }, ground),
  ).toBe('unknown_district')
})

test('a city’s setting never sends a request inside', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
  ]) {
    expect(isInside(address), address).toBe(true)
  }
  for (const address of ['93.184.216.34', '2606:2800:220:1::1', '172.32.0.1'])
    expect(isInside(address), address).toBe(false)
})

test.each([
  'http://compte.exemple.fr/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://localhost/',
  'https://db.internal/',
  'https://imprimante.local/',
  'https://compte:secret@compte.exemple.fr/',
  'ftp://compte.exemple.fr/',
  'pas une adresse',
])('nothing typed into a city’s settings is called at %s', async (address) => {
  expect(mayBeCalled(address)).toBe(false)
  await expect(guardedFetch(address)).rejects.toThrow('address_refused')
})

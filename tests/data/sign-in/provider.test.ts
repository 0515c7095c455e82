import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people, personKeys, sessions } from '@/drizzle/schema'
import { type Asking, beginSignIn, finishSignIn } from '@/lib/auth/sign-in'
import { readSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import { type HostSite, siteForHost } from '@/lib/tenancy/registry'
import { aPerson, aSession } from '../../support/factories'
import { Localized } from '@/tenants/tenant'
import { SignIn } from '@/tenants/sign-in'
import { byLink, held } from '../../support/browser-session'
import { anIssuer, type Issuer, signedWithPublicKey } from '../../support/issuer'

let issuer: Issuer
let paris: HostSite
let belleville: HostSite

beforeAll(async () => {
  issuer = await anIssuer('parvis')
  paris = await trusting('decider.paris.localhost')
  belleville = await trusting('belleville.localhost')
})
beforeEach(() => Object.assign(issuer, { lie: {}, profile: { sub: 'someone', name: 'Amina Diallo' } }))
afterAll(() => issuer.close())

/** A city whose settings name this provider. */
async function trusting(host: string): Promise<HostSite> {
  const site = (await siteForHost(host))!
  return trustingIn(site, issuer.url)
}

function trustingIn(site: HostSite, url: string): HostSite {
  const provider = { id: 'oidc', issuer: url, clientId: 'parvis', label: { fr: 'Compte' } }
  const signIn = SignIn(Localized).parse({ providers: [provider] })
  return { ...site, tenant: { ...site.tenant, signIn } }
}

function asking(site: HostSite, cookies: Record<string, string> = {}): Asking {
  const cookieHeader = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return { site, cookies, cookieHeader, from: '192.0.2.1', now: new Date() }
}

/** Goes to the provider and comes back with a code. */
async function journey(
  site: HostSite,
  { before = {}, back = site }: { before?: Record<string, string>; back?: HostSite } = {},
) {
  const there = await beginSignIn(asking(site, before), 'oidc', '/idees')
  const address = new URL(there.location!)
  issuer.nonce = address.searchParams.get('nonce') ?? ''
  const cookies = { ...before, ...held(there.setCookies) }
  const query = { code: 'c', state: address.searchParams.get('state') ?? '' }
  return { address, there, cookies, query, home: await finishSignIn(asking(back, cookies), 'oidc', query) }
}

const sessionIn = (site: HostSite, setCookies: string[]) =>
  readSession(site.tenant.id, site.sessionEpoch, setCookies.map((line) => line.split(';')[0]).join('; '))

const sessionCount = (site: HostSite) =>
  inTenant(site.tenant, async (db) => (await db.select({ n: count() }).from(sessions))[0]!.n)

test('a person whom the provider names is signed in, and goes on where they were', async () => {
  const { address, home } = await journey(paris)
  expect(address.origin).toBe(issuer.url)
  expect(address.searchParams.get('redirect_uri')).toBe(`${paris.origin}/api/auth/callback/oidc`)
  expect(address.searchParams.get('code_challenge_method')).toBe('S256')
  expect(home.location).toBe(`${paris.origin}/idees`)
  expect(sessionIn(paris, home.setCookies)).not.toBeNull()
  expect(home.setCookies.every((line) => !/domain=/i.test(line) && /httponly/i.test(line))).toBe(true)
})

test('the same person comes back as the same person, in another city as another', async () => {
  const once = sessionIn(paris, (await journey(paris)).home.setCookies)!
  const again = sessionIn(paris, (await journey(paris)).home.setCookies)!
  const there = sessionIn(belleville, (await journey(belleville)).home.setCookies)!
  expect(again.personId).toBe(once.personId)
  expect(again.sessionId).not.toBe(once.sessionId)
  expect(there.personId).not.toBe(once.personId)
})

test('signing in never takes over the session that was in the browser', async () => {
  const planted = await aSession(paris.tenant, await aPerson(paris.tenant))
  const first = await journey(paris)
  const cookies = held(first.home.setCookies)
  const second = await journey(paris, { before: cookies })
  const [before, after] = [
    sessionIn(paris, first.home.setCookies)!,
    sessionIn(paris, second.home.setCookies)!,
  ]
  expect(after.sessionId).not.toBe(before.sessionId)
  expect(after.sessionId).not.toBe(planted.sessionId)
  const [old] = await inTenant(paris.tenant, (db) =>
    db.select().from(sessions).where(eq(sessions.id, before.sessionId)),
  )
  expect(old!.revokedAt).not.toBeNull()
})

describe('a lie of the provider opens nothing', () => {
  const lies: [string, Issuer['lie']][] = [
    ['another issuer', { claims: (kept) => ({ ...kept, iss: 'https://evil.test' }) }],
    ['made for another city’s client', { claims: (kept) => ({ ...kept, aud: 'parvis-belleville' }) }],
    ['for two clients, none named', { claims: (kept) => ({ ...kept, aud: ['parvis', 'other'] }) }],
    ['an hour too old', { claims: (kept) => ({ ...kept, exp: Math.floor(Date.now() / 1000) - 3600 }) }],
    ['no nonce', { claims: ({ nonce: _nonce, ...kept }) => kept }],
    ['the nonce of another sign-in', { claims: (kept) => ({ ...kept, nonce: 'other' }) }],
    ['signed by nobody', { header: { alg: 'none' }, sign: () => '' }],
    ['signed with the public key', { header: { alg: 'HS256', kid: 'k' }, sign: signedWithPublicKey }],
    ['signed by someone else', { sign: () => Buffer.alloc(256).toString('base64url') }],
    ['no subject', { claims: ({ sub: _sub, ...kept }) => kept }],
  ]
  for (const [name, lie] of lies) {
    test(name, async () => {
      const before = await sessionCount(paris)
      issuer.lie = lie
      const { home } = await journey(paris)
      expect(home.location).toContain('/connexion?')
      expect(sessionIn(paris, home.setCookies)).toBeNull()
      expect(await sessionCount(paris)).toBe(before)
    })
  }

  test('its own document names another issuer', async () => {
    const liar = await anIssuer('parvis')
    liar.document.issuer = issuer.url
    const site = trustingIn(paris, liar.url)
    const { location } = await beginSignIn(asking(site), 'oidc', '/')
    expect(location).toContain('erreur=injoignable')
    await liar.close()
  })
})

describe('what was begun in one place ends nowhere else', () => {
  test('in one city and brought back to another', async () => {
    const { home } = await journey(paris, { back: belleville })
    expect(sessionIn(belleville, home.setCookies)).toBeNull()
    expect(home.location).toContain('/connexion?')
  })

  test('brought back twice', async () => {
    const { cookies, query, home } = await journey(paris)
    const kept = { ...cookies, ...held(home.setCookies) }
    const again = await finishSignIn(asking(paris, kept), 'oidc', query)
    expect(again.location).toContain('/connexion?')
  })

  test('with the state of someone else', async () => {
    const { cookies, query } = await journey(paris)
    const home = await finishSignIn(asking(paris, cookies), 'oidc', { ...query, state: 'other' })
    expect(sessionIn(paris, home.setCookies)).toBeNull()
  })

  test('where to go on is never another host', async () => {
    for (const kept of [
      'https://evil.test/',
      '//evil.test',
      'javascript:alert(1)',
      `${paris.origin}@evil.test`,
    ]) {
      const { cookies, query } = await journey(paris)
      const home = await finishSignIn(asking(paris, { ...cookies, 'parvis.next': kept }), 'oidc', query)
      expect(new URL(home.location!).origin, kept).toBe(paris.origin)
    }
  })
})

test('a provider that is away, slow or broken is said to be, within seconds', async () => {
  const away = await anIssuer('parvis')
  const site = trustingIn(paris, away.url)
  for (const answer of [
    (response: import('node:http').ServerResponse) => void response.writeHead(500).end(),
    () => {},
  ]) {
    away.lie = { answer }
    const before = performance.now()
    const { location, setCookies } = await beginSignIn(asking(site), 'oidc', '/idees')
    expect(location).toContain('erreur=injoignable')
    expect(location).toContain('suite=%2Fidees')
    expect(setCookies).toEqual([])
    expect(performance.now() - before).toBeLessThan(6000)
  }
  await away.close()
})

test('the same e-mail from a provider and by a link is two people', async () => {
  const email = `victime-${Date.now()}@exemple.fr`
  for (const email_verified of [true, false]) {
    issuer.profile = { sub: `thief-${email_verified}`, name: 'Voleur', email, email_verified }
    const thief = sessionIn(paris, (await journey(paris)).home.setCookies)!
    const victim = await byLink(paris.tenant, email)
    expect(victim.personId).not.toBe(thief.personId)
    const keys = await inTenant(paris.tenant, (db) =>
      db.select().from(personKeys).where(eq(personKeys.personId, victim.personId)),
    )
    expect(keys.map(({ kind }) => kind)).toEqual(['email'])
    const [row] = await inTenant(paris.tenant, (db) =>
      db.select().from(people).where(eq(people.id, thief.personId)),
    )
    expect(row!.email).toBe(email_verified ? email : null)
  }
})

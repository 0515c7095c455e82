import { count, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { sessions } from '@/drizzle/schema'
import { beginSignIn, finishSignIn } from '@/lib/auth/sign-in'
import { inTenant } from '@/lib/db'
import { type HostSite } from '@/lib/tenancy/registry'
import { aPerson, aSession } from '../../support/factories'
import { held } from '../../support/browser-session'
import { anIssuer, type Issuer, signedWithPublicKey } from '../../support/issuer'
import {
  issuer,
  paris,
  belleville,
  trustingIn,
  asking,
  journey,
  sessionIn,
} from '../../support/provider-sign-in'

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

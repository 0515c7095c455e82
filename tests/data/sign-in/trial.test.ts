import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personKeys, sessions, signInTrials } from '@/drizzle/schema'
import { findSecret } from '@/lib/auth/secrets'
import type { Asking } from '@/lib/auth/sign-in'
import { beginTrial, finishTrial } from '@/lib/auth/trial'
import { inTenant } from '@/lib/db'
import { waysProblem } from '@/lib/people/ways/queries'
import { clientSecretName } from '@/lib/people/sign-in/rules'
import { providerKey } from '@/lib/people/sign-in/commands'
import { saveWay } from '@/lib/people/ways/commands'
import { type HostSite, siteForHost } from '@/lib/tenancy/registry'
import { SignIn } from '@/tenants/sign-in'
import { Localized } from '@/tenants/tenant'
import { held } from '../../support/browser-session'
import { aPerson } from '../../support/factories'
import { anIssuer, type Issuer } from '../../support/issuer'

let issuer: Issuer
let site: HostSite
let owner: string
const now = new Date()

beforeAll(async () => {
  issuer = await anIssuer('parvis')
  site = (await siteForHost('decider.paris.localhost'))!
  owner = await aPerson(site.tenant, { role: 'owner', name: 'Odile' })
})
beforeEach(() => Object.assign(issuer, { lie: {}, profile: { sub: 'someone', name: 'Amina Diallo' } }))
afterAll(() => issuer.close())

const wayTo = (url: string, id = 'keycloak') =>
  SignIn(Localized).parse({ providers: [{ id, issuer: url, clientId: 'parvis', label: { fr: 'Essai' } }] })
    .providers[0]!

const asking = (cookies: Record<string, string> = {}): Asking => ({
  ...{ site, cookies, from: '192.0.2.1', now: new Date() },
  cookieHeader: null,
})

/** There and back. */
async function tried(url = issuer.url, change: Record<string, string> = {}) {
  const provider = wayTo(url)
  const there = await beginTrial(asking(), { provider, personId: owner, page: '/administration/connexion' })
  const address = new URL(there.location!)
  issuer.nonce = address.searchParams.get('nonce') ?? ''
  const cookies = held(there.setCookies)
  const query = { code: 'c', state: address.searchParams.get('state') ?? '', ...change }
  return { there, cookies, query, home: await finishTrial(asking(cookies), 'keycloak', query) }
}

const last = () =>
  inTenant(site.tenant, async (db) => {
    const rows = await db
      .select()
      .from(signInTrials)
      .where(eq(signInTrials.personId, owner))
      .orderBy(asc(signInTrials.at))
    return rows.at(-1)!
  })
const sessionCount = () => inTenant(site.tenant, (db) => db.$count(sessions))

test('a trial goes there and back, signs nobody in, and keeps no value of what was said', async () => {
  const before = await sessionCount()
  const { home } = await tried()
  expect(home!.location).toBe(`${site.origin}/administration/connexion?essai=keycloak#keycloak`)
  expect(home!.setCookies.join(' ')).not.toMatch(/parvis\.session/)
  expect(await sessionCount()).toBe(before)
  const trial = await last()
  expect(trial).toMatchObject({ outcome: 'ok', assurance: 'A3', opensAdmin: false })
  expect(trial.claims).toEqual(expect.arrayContaining(['sub', 'name']))
  expect(JSON.stringify(trial)).not.toMatch(/Amina|someone/)
})

test('it tells whether somebody who runs the city came back', async () => {
  const key = providerKey(site.tenant, { issuer: issuer.url, subject: 'chief' })
  const row = { key, kind: 'oidc', issuer: issuer.url, personId: owner } as const
  await inTenant(site.tenant, (db) => db.insert(personKeys).values(row))
  issuer.profile = { sub: 'chief' }
  await tried()
  expect(await last()).toMatchObject({ outcome: 'ok', opensAdmin: true })
})

test.each<[string, Issuer['lie'], string]>([
  ['a token made for another', { claims: (kept) => ({ ...kept, aud: 'other' }) }, 'token_refused'],
  ['no nonce', { claims: ({ nonce: _nonce, ...kept }) => kept }, 'token_refused'],
  ['signed by nobody', { header: { alg: 'none' }, sign: () => '' }, 'token_refused'],
])('%s is told in plain words', async (_, lie, outcome) => {
  issuer.lie = lie
  await tried()
  expect((await last()).outcome).toBe(outcome)
})

test('what refuses, or is no provider, is told before anybody leaves', async () => {
  const cases = [
    ['http://127.0.0.1:1/', 'address_refused'],
    ['https://10.0.0.1/', 'address_refused'],
    [`${issuer.url}/nothing`, 'not_a_provider'],
  ] as const
  for (const [url, outcome] of cases) {
    const answer = await beginTrial(asking(), { provider: wayTo(url), personId: owner, page: null })
    expect(new URL(answer.location!).origin).toBe(site.origin)
    expect((await last()).outcome, url).toBe(outcome)
  }
  await tried(issuer.url, { error: 'access_denied' })
  expect((await last()).outcome).toBe('denied')
})

test('a trial never answers for another: other state, other provider, or without its cookie', async () => {
  const { cookies, query } = await tried()
  expect(await finishTrial(asking(cookies), 'keycloak', { ...query, state: 'other' })).toBeNull()
  expect(await finishTrial(asking(cookies), 'oidc', query)).toBeNull()
  expect(await finishTrial(asking(), 'keycloak', query)).toBeNull()
  const elsewhere = (await siteForHost('belleville.localhost'))!
  expect(await finishTrial({ ...asking(cookies), site: elsewhere }, 'keycloak', query)).toBeNull()
})

test('ways by which nobody who runs the city comes back, or never tried, are not published', async () => {
  const { signIn } = site.tenant
  const problem = (after: typeof signIn) => inTenant(site.tenant, (db) => waysProblem(db, signIn, after))
  const only = (url: string) => ({ ...signIn, email: { enabled: false }, providers: [wayTo(url)] })
  expect(await problem(signIn)).toBeNull()
  expect(await problem(only('https://jamais.exemple.fr'))).toBe('nobody_comes_back')
  issuer.profile = { sub: 'chief' }
  await tried()
  expect(await problem(only(issuer.url))).toBeNull()
})

test('a secret is kept apart from the settings, and another address never gets it', async () => {
  const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
  const by = { id: owner, name: 'Odile', grants }
  const { id: _id, ...way } = wayTo('https://compte.exemple.fr')
  const secret = 'tres-secret-4711'
  const outcome = await saveWay(site.tenant, { way: { ...way, id: null }, secret, rowVersion: 0, by, now })
  expect(outcome).toEqual({ ok: true, value: undefined })
  expect(await findSecret(site.tenant, clientSecretName(way))).toBe(secret)
  const moved = { ...way, issuer: 'https://mechant.exemple.fr' }
  expect(await findSecret(site.tenant, clientSecretName(moved))).toBeNull()
  const rows = await inTenant(site.tenant, (db) =>
    db.execute(`select settings::text from settings_drafts union all select sealed from tenant_secrets
      union all select coalesce(after::text, '') from audit_events`),
  )
  expect(JSON.stringify(rows)).not.toContain(secret)
})

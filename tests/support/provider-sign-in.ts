import { afterAll, beforeAll, beforeEach } from 'vitest'
import { agree } from '@/lib/auth/agreeing'
import { type Asking, beginSignIn, finishSignIn } from '@/lib/auth/sign-in'
import { readSession } from '@/lib/auth/session-token'
import { listAsked } from '@/lib/tenancy/legal/queries'
import { type HostSite, siteForHost } from '@/lib/tenancy/registry'
import { Localized } from '@/tenants/tenant'
import { SignIn } from '@/tenants/sign-in'
import { held } from './browser-session'
import { anIssuer, type Issuer } from './issuer'

/** A provider that lies when told to, for the file that imports it. */
export let issuer: Issuer

export let paris: HostSite

export let belleville: HostSite

/** A city whose settings name this provider. */
export async function trusting(host: string): Promise<HostSite> {
  const site = (await siteForHost(host))!
  return trustingIn(site, issuer.url)
}

export function trustingIn(site: HostSite, url: string): HostSite {
  const provider = { id: 'oidc', issuer: url, clientId: 'parvis', label: { fr: 'Compte' } }
  const signIn = SignIn(Localized).parse({ providers: [provider] })
  return { ...site, tenant: { ...site.tenant, signIn } }
}

export function asking(site: HostSite, cookies: Record<string, string> = {}): Asking {
  const cookieHeader = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  return { site, cookies, cookieHeader, from: '192.0.2.1', now: new Date() }
}

type Way = { before?: Record<string, string>; back?: HostSite }

/** Goes to the provider and comes back with a code; somebody new agrees to what they are asked. */
export async function journey(site: HostSite, way: Way = {}) {
  const came = await arrive(site, way)
  const back = way.back ?? site
  if (!came.home.location?.includes('/connexion/conditions')) return came
  return { ...came, home: await agreeing(back, { ...way.before, ...held(came.home.setCookies) }) }
}

/** Presses the button under what is asked, in a browser that holds these cookies. */
export async function agreeing(site: HostSite, cookies: Record<string, string>, suite = '/idees') {
  const form = new FormData()
  form.set('suite', suite)
  for (const { document, version } of await listAsked(site.tenant))
    form.set(`accord.${document}`, String(version))
  return agree(asking(site, cookies), form)
}

/** As far as the way back from the provider. */
export async function arrive(site: HostSite, { before = {}, back = site }: Way = {}) {
  const there = await beginSignIn(asking(site, before), 'oidc', '/idees')
  const address = new URL(there.location!)
  issuer.nonce = address.searchParams.get('nonce') ?? ''
  const cookies = { ...before, ...held(there.setCookies) }
  const query = { code: 'c', state: address.searchParams.get('state') ?? '' }
  return { address, there, cookies, query, home: await finishSignIn(asking(back, cookies), 'oidc', query) }
}

export const sessionIn = (site: HostSite, setCookies: string[]) =>
  readSession(site.tenant.id, site.sessionEpoch, setCookies.map((line) => line.split(';')[0]).join('; '))

beforeAll(async () => {
  issuer = await anIssuer('parvis')
  paris = await trusting('decider.paris.localhost')
  belleville = await trusting('belleville.localhost')
})

beforeEach(() => Object.assign(issuer, { lie: {}, profile: { sub: 'someone', name: 'Amina Diallo' } }))

afterAll(() => issuer.close())

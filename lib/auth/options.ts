import 'server-only'
import type { CookiesOptions, NextAuthOptions } from 'next-auth'
import { profileFrom } from '../people/sign-in/rules'
import { providerKey, signInWithProvider } from '../people/sign-in/commands'
import { askedOfNewcomer } from '../people/sign-in/queries'
import type { HostSite } from '../tenancy/registry'
import type { Locale } from '../../tenants/tenant'
import type { Arrival } from './arrival'
import { type Provider, providerOf } from './oidc'
import { safePath } from './safe-path'
import { derivedKey } from './sealing'
import { sessionCookieName, signSession, verifySession } from './session-token'

type Request = {
  site: HostSite
  provider: Provider
  locale: Locale
  replaces: string | null
  now: Date
  /** Told who came: somebody known, or somebody new of whom nothing is kept before they agreed. */
  came: { personId?: string; arrival?: Arrival }
}

/** Who signs in for good, and who only tries a provider out: their cookies are never taken for one another. */
export type Purpose = 'enter' | 'try'

/**
 * What next-auth works with, for one request and one city: never kept, never shared. Its secret, its cookies' names and
 * the key of its sessions are this city's alone.
 */
export async function authOptionsFor(request: Request): Promise<NextAuthOptions> {
  const { site, provider: chosen, locale, replaces, now, came } = request
  const { tenant, sessionEpoch } = site
  const base = await commonOptions(site, chosen, 'enter')
  return {
    ...base,
    jwt: {
      encode: async ({ token }) => {
        if (!token?.sid) return ''
        const { sid, pid, exp } = token as { sid: string; pid: string; exp: number }
        return signSession(tenant.id, sessionEpoch, {
          sessionId: sid,
          personId: pid,
          expiresAt: new Date(exp * 1000),
        })
      },
      decode: async ({ token }) => {
        const claims = token ? verifySession(tenant.id, sessionEpoch, token) : null
        return claims && { tid: tenant.id, sid: claims.sessionId, pid: claims.personId }
      },
    },
    callbacks: {
      ...base.callbacks,
      jwt: async ({ account, profile }) => {
        if (!account || !profile) throw new Error('nobody_vouched_for')
        const districts = tenant.territory.districts.map(({ code }) => code)
        const said = profileFrom({ ...profile }, districts, chosen)
        const who = { issuer: chosen.issuer, subject: account.providerAccountId, profile: said }
        if ((await askedOfNewcomer(tenant, providerKey(tenant, who))).length > 0) {
          came.arrival = who
          return { tid: tenant.id }
        }
        const session = await signInWithProvider(tenant, { ...who, locale, replaces, now })
        came.personId = session.personId
        const exp = Math.floor(session.expiresAt.getTime() / 1000)
        return { tid: tenant.id, sid: session.sessionId, pid: session.personId, exp }
      },
    },
  }
}

/** What any way through a provider has in common, whatever comes of it. Throws when the provider does not answer. */
export async function commonOptions(site: HostSite, chosen: Provider, purpose: Purpose) {
  const { tenant, sessionEpoch, origin } = site
  return {
    secret: derivedKey(`next-auth:${purpose}:${sessionEpoch}`, tenant.id).toString('base64url'),
    providers: [await providerOf(tenant, chosen)],
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    cookies: cookiesOf(origin, purpose),
    logger: {
      error: (code, about) => console.error('sign-in', tenant.id, chosen.id, code, reasonOf(about)),
      warn() {},
      debug() {},
    },
    callbacks: {
      redirect: async ({ url, baseUrl }: { url: string; baseUrl: string }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
        return `${baseUrl}${safePath(path) ?? '/'}`
      },
    },
  } satisfies NextAuthOptions
}

/** Over https, names that no other host can set. */
export function cookieNames(origin: string, purpose: Purpose = 'enter') {
  const prefix = `${origin.startsWith('https://') ? '__Host-' : ''}parvis.`
  const name = (one: string) => `${prefix}${purpose === 'try' ? 'try-' : ''}${one}`
  return {
    sessionToken: purpose === 'try' ? name('session') : sessionCookieName(),
    callbackUrl: name('next'),
    csrfToken: name('csrf'),
    pkceCodeVerifier: name('pkce'),
    state: name('state'),
    nonce: name('nonce'),
  }
}

/** Each for this host alone, out of reach of scripts. */
function cookiesOf(origin: string, purpose: Purpose): Partial<CookiesOptions> {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: origin.startsWith('https://'),
  } as const
  return Object.fromEntries(
    Object.entries(cookieNames(origin, purpose)).map(([use, name]) => {
      const lasts = use === 'sessionToken' ? {} : { maxAge: 900 }
      return [use, { name, options: { ...options, ...lasts } }]
    }),
  )
}

export function reasonOf(about: unknown): string {
  const cause = about instanceof Error ? about : (about as { error?: unknown })?.error
  return cause instanceof Error ? cause.message : ''
}

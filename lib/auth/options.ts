import 'server-only'
import type { CookiesOptions, NextAuthOptions } from 'next-auth'
import { profileFrom } from '../people/sign-in/rules'
import { signInWithProvider } from '../people/sign-in/commands'
import type { HostSite } from '../tenancy/registry'
import type { Locale } from '../../tenants/tenant'
import { providerOf } from './oidc'
import { safePath } from './safe-path'
import { derivedKey } from './sealing'
import { sessionCookieName, signSession, verifySession } from './session-token'

type Request = { site: HostSite; locale: Locale; replaces: string | null; now: Date }

/**
 * What next-auth works with, for one request and one city: never kept, never shared. Its secret, its cookies' names and
 * the key of its sessions are this city's alone.
 */
export async function authOptionsFor({ site, locale, replaces, now }: Request): Promise<NextAuthOptions> {
  const { tenant, sessionEpoch, origin } = site
  const provider = await providerOf(tenant)
  return {
    secret: derivedKey(`next-auth:${sessionEpoch}`, tenant.id).toString('base64url'),
    providers: provider ? [provider] : [],
    session: { strategy: 'jwt', maxAge: 30 * 86_400 },
    cookies: cookiesOf(origin),
    logger: {
      error: (code, about) => console.error('sign-in', tenant.id, code, reasonOf(about)),
      warn() {},
      debug() {},
    },
    jwt: {
      encode: async ({ token }) => {
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
      redirect: async ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
        return `${baseUrl}${safePath(path) ?? '/'}`
      },
      jwt: async ({ account, profile }) => {
        if (!account || !profile || !tenant.signIn.oidc) throw new Error('nobody_vouched_for')
        const said = profileFrom(
          { ...profile },
          tenant.territory.districts.map(({ code }) => code),
        )
        const who = { issuer: tenant.signIn.oidc.issuer, subject: account.providerAccountId, profile: said }
        const session = await signInWithProvider(tenant, { ...who, locale, replaces, now })
        const exp = Math.floor(session.expiresAt.getTime() / 1000)
        return { tid: tenant.id, sid: session.sessionId, pid: session.personId, exp }
      },
    },
  }
}

/** Over https, names that no other host can set. */
export function cookieNames(origin: string) {
  const name = (one: string) => `${origin.startsWith('https://') ? '__Host-' : ''}parvis.${one}`
  return {
    sessionToken: sessionCookieName(),
    callbackUrl: name('next'),
    csrfToken: name('csrf'),
    pkceCodeVerifier: name('pkce'),
    state: name('state'),
    nonce: name('nonce'),
  }
}

/** Each for this host alone, out of reach of scripts. */
function cookiesOf(origin: string): Partial<CookiesOptions> {
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: origin.startsWith('https://'),
  } as const
  return Object.fromEntries(
    Object.entries(cookieNames(origin)).map(([use, name]) => {
      const lasts = use === 'sessionToken' ? {} : { maxAge: 900 }
      return [use, { name, options: { ...options, ...lasts } }]
    }),
  )
}

function reasonOf(about: unknown): string {
  const cause = about instanceof Error ? about : (about as { error?: unknown })?.error
  return cause instanceof Error ? cause.message : ''
}

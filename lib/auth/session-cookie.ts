import type { HostSite } from '../tenancy/registry'
import { type SessionClaims, sessionCookieName, signSession } from './session-token'

/** For this host alone, out of reach of scripts, and sent along when one comes from elsewhere by a link. */
const attributes = (site: HostSite) =>
  `Path=/; HttpOnly; SameSite=Lax${site.origin.startsWith('https://') ? '; Secure' : ''}`

export function sessionCookie(site: HostSite, session: SessionClaims): string {
  const token = signSession(site.tenant.id, site.sessionEpoch, session)
  return `${sessionCookieName()}=${token}; Expires=${session.expiresAt.toUTCString()}; ${attributes(site)}`
}

export function noSessionCookie(site: HostSite): string {
  return `${sessionCookieName()}=; Max-Age=0; ${attributes(site)}`
}

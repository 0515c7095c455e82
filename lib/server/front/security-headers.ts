import { createHash, randomBytes } from 'node:crypto'
import type { HostSite } from '../../tenancy/registry'
import { publicOrigin } from '../../tenancy/origin'

export const nonceLength = 24
const nonceBytes = 18
let [random, used] = [Buffer.alloc(0), 0]

/** 144 bits, always 24 characters: a page is cut where they go. Randomness is drawn for several hundred at a time. */
export function newNonce(): string {
  if (used + nonceBytes > random.length) [random, used] = [randomBytes(nonceBytes * 400), 0]
  used += nonceBytes
  return random.toString('base64url', used - nonceBytes, used)
}

const isSecure = () => process.env.PUBLIC_SCHEME === 'https'

export type Policy = { before: string; after: string }

const policies = new WeakMap<HostSite, Policy>()

/** The content policy of a city's pages, in two parts: the nonce of the answer goes between them. */
export function pagePolicy(site: HostSite, dev = false): Policy {
  const known = policies.get(site)
  if (known) return known
  const images = ["'self'", 'data:', 'blob:', ...tileOrigins(site)]
  const policy = {
    before: `default-src 'none'; script-src 'nonce-`,
    after: [
      `' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
      `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
      `img-src ${images.join(' ')}`,
      `font-src 'self'`,
      `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
      `form-action ${["'self'", ...signInOrigins(site)].join(' ')}`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `object-src 'none'`,
      `manifest-src 'self'`,
      ...(isSecure() ? ['upgrade-insecure-requests'] : []),
    ].join('; '),
  }
  policies.set(site, policy)
  return policy
}

/** For pages of no city: everything from here, forms to here. */
export function plainPagePolicy(nonce: string, dev: boolean): string {
  return [
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}; img-src 'self' data:; font-src 'self'`,
    `connect-src 'self'${dev ? ' ws: wss:' : ''}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  ].join('; ')
}

/** For what is no page: nothing in it may load, run or be framed. */
export const filePolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

/** For the few pages this server writes itself: one style sheet, known by its digest. */
export function plainPolicy(style: string): string {
  const digest = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; style-src 'sha256-${digest}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
}

let usual: Record<string, string> | undefined

/** The same on every answer. */
export function everyAnswer(): Record<string, string> {
  return (usual ??= {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'x-frame-options': 'DENY',
    ...(isSecure() ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  })
}

/** A form that signs in ends, by redirects, at the city's own account service. */
function signInOrigins({ tenant }: HostSite): string[] {
  const issuers = tenant.signIn.providers.map(({ issuer }) => new URL(issuer).origin)
  const demo = process.env.PARVIS_DEMO === '1' ? [publicOrigin('compte.localhost')] : []
  return [...new Set([...issuers, ...demo])]
}

/** `https://{s}.tiles.test/{z}/{x}/{y}.png` → `https://*.tiles.test`. */
function tileOrigins({ tenant }: HostSite): string[] {
  const address = tenant.territory.tiles?.url
  const origin = address && /^(https?:\/\/)([^/]+)/.exec(address)
  return origin ? [origin[1]! + origin[2]!.replace(/^\{[a-z]\}/, '*')] : []
}

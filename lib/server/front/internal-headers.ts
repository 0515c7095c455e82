import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Locale } from '../../../tenants/tenant'
import { operatorHost } from '../../operator/host'
import { publicOrigin } from '../../tenancy/origin'
import type { HostSite } from '../../tenancy/registry'
import { readPath, type Surface } from '../../tenancy/site'

/** Where on a city's platforms a request leads. */
export type Place = { locale: Locale; surface: Surface; path: string }

export const placeOf = (site: HostSite, pathname: string): Place =>
  readPath(site.tenant, site.host.surface, pathname)

// Only this server may say these. `next-` covers the router's own; the two that a form needs are let through apart.
const inner =
  /^(x-parvis-|x-middleware-|x-forwarded-|x-invoke-|x-matched-|x-nextjs-|x-next-|x-vercel-|x-now-|x-action-|x-original-|x-rewrite-|x-real-ip$|x-host$|x-http-method|forwarded$|x-prerender-|x-tenant-|next-|rsc$)/
// The two request ids are how a development server finds the page again that waits for its answer.
const ofAForm = new Set([
  'next-action',
  'next-router-state-tree',
  'next-url',
  'rsc',
  'x-nextjs-request-id',
  'x-nextjs-html-request-id',
])

/** Known to this process alone: Next calls itself after a form was answered, and hands on what it was given. */
const selfKey = randomBytes(18).toString('base64url')

/** True when Next, in this very process, is the one who asks. */
export function isOwnCall({ headers }: IncomingMessage): boolean {
  return (
    headers['x-parvis-self'] === selfKey &&
    /^(localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)(:\d+)?$/.test(headers.host ?? '')
  )
}

/** What is left of a request's headers once nothing in them can pass for something this server said. */
export function withoutInnerHeaders(sent: IncomingHttpHeaders, isForm: boolean): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = {}
  for (const name in sent) if (!inner.test(name) || (isForm && ofAForm.has(name))) kept[name] = sent[name]
  delete kept['content-security-policy']
  delete kept['content-security-policy-report-only']
  return kept
}

/** What Next is told: the city and where in it, and by which address the world knows it. */
export function innerHeaders(site: HostSite, place: Place, policy: string): IncomingHttpHeaders {
  const [protocol = 'http', authority = site.canonicalHost] = site.origin.split('://')
  return {
    host: authority,
    'x-forwarded-host': authority,
    'x-forwarded-proto': protocol,
    'x-parvis-self': selfKey,
    'x-parvis-city': site.tenant.id,
    'x-parvis-host': site.host.host,
    'x-parvis-locale': place.locale,
    'x-parvis-surface': place.surface,
    'x-parvis-path': place.path,
    'x-parvis-status': site.status,
    ...(site.preview && { 'x-parvis-preview': site.preview }),
    ...(site.helping && { 'x-parvis-helping': site.helping }),
    'content-security-policy': policy,
  }
}

/** What Next is told of a request for the operator's host: that it is one, and of no city. */
export function operatorHeaders(locale: Locale, path: string, policy: string): IncomingHttpHeaders {
  const [protocol = 'http', authority = ''] = publicOrigin(operatorHost()).split('://')
  return {
    host: authority,
    'x-forwarded-host': authority,
    'x-forwarded-proto': protocol,
    'x-parvis-self': selfKey,
    'x-parvis-operator': '1',
    'x-parvis-host': operatorHost(),
    'x-parvis-locale': locale,
    'x-parvis-path': path,
    'content-security-policy': policy,
  }
}

/**
 * Who asks, as far as can be told: the other end of the connection, or what the one proxy in front wrote last when
 * BEHIND_PROXY says that there is one.
 */
export function askedFrom({ headers, socket }: IncomingMessage): string {
  const said = process.env.BEHIND_PROXY === '1' ? headers['x-forwarded-for'] : undefined
  const last = String(said ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || socket.remoteAddress || ''
}

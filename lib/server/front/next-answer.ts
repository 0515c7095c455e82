import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { HostSite } from '../../tenancy/registry'
import { askedFrom, innerHeaders, type Place, withoutInnerHeaders } from './internal-headers'
import { lookOver, type Say } from './look-over'
import { isTellTale } from '../page-cache/render'
import { everyAnswer, filePolicy, newNonce, pagePolicy } from './security-headers'

type Asked = {
  site: HostSite
  place: Place
  url: string
  mayRoute: boolean
  dev: boolean
  sorry: () => void
  /** What to say in place of a page that Next could only sketch, by its status. */
  say: (status: number) => Say | undefined
}

/**
 * Has Next answer one person: with their cookies, for nobody else, and kept nowhere. Ends when the first byte goes out,
 * or nobody waits for it any more.
 */
export function answerForOne(
  renderNext: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  { site, place, url, mayRoute, dev, sorry, say }: Asked,
): Promise<void> {
  const { before, after } = pagePolicy(site, dev)
  const policy = before + newNonce() + after
  request.headers = {
    ...withoutInnerHeaders(request.headers, mayRoute),
    ...innerHeaders(site, place, policy),
    'x-forwarded-for': askedFrom(request),
  }
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)])
  request.url = url
  const begun = lookOver(response, () => tidyHead(response, policy), dev ? null : { sorry, say })
  renderNext(request, response)
  return begun
}

/** Says on every answer what must be said, and takes back what Next says of itself. */
function tidyHead(response: ServerResponse, policy: string): void {
  for (const name of response.getHeaderNames()) if (isTellTale(name)) response.removeHeader(name)
  for (const [name, value] of Object.entries(everyAnswer())) response.setHeader(name, value)
  const type = String(response.getHeader('content-type') ?? 'text/html')
  response.setHeader('content-security-policy', /^text\/(html|x-component)/.test(type) ? policy : filePolicy)
  if (!isPublicPicture(response)) response.setHeader('cache-control', 'private, no-store')
}

/** A published picture never changes under its name; only its own route says so, and only of a picture. */
function isPublicPicture(response: ServerResponse): boolean {
  const [type, keeping] = [response.getHeader('content-type'), response.getHeader('cache-control')]
  return (
    type === 'image/webp' &&
    /^public, .*immutable$/.test(String(keeping)) &&
    !response.hasHeader('set-cookie')
  )
}

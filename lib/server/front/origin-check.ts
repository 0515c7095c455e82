import type { IncomingMessage } from 'node:http'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export const isReading = ({ method }: IncomingMessage) => reading.has(method ?? '')

/** A browser that asks what it may send is told so by the route itself. */
export const isOfAPage = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/**
 * Whether a request that may change something comes from a page of this very host. A sibling city is the same *site* to a
 * browser, so only the exact origin counts; a browser that names none must say that it is the same.
 */
export function comesFromHere({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined) return site === 'same-origin'
  return headers.origin === origin && (site === undefined || site === 'same-origin')
}

/** A mail program's own button to stop letters, and a letter that comes back, come from no page: what is signed in their address counts. */
export const isPressedInMail = ({ method, url }: IncomingMessage) =>
  method === 'POST' && /^\/api\/letters\/(unsubscribe\?|bounces\/)/.test(url ?? '')

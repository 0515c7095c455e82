import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { everyAnswer, filePolicy } from './security-headers'

/** One whole answer. Its own headers come last, so that it may be stricter or looser than the usual; what is undefined is not said. */
export function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer | string = '',
): void {
  if (response.headersSent || response.destroyed) return
  const content = typeof body === 'string' ? Buffer.from(body) : body
  const all = {
    ...everyAnswer(),
    'content-security-policy': filePolicy,
    'content-length': content.length,
    ...headers,
  }
  response.writeHead(
    status,
    Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
  )
  response.end(response.req.method === 'HEAD' ? undefined : content)
}

/** To the one address that is right, for good. */
export function sendTo(response: ServerResponse, location: string): void {
  send(response, 308, { location, 'cache-control': 'no-store' })
}

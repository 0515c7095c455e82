import type { IncomingMessage } from 'node:http'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

export const isReading = ({ method }: IncomingMessage) => reading.has(method ?? '')

/**
 * Whether a request that may change something comes from a page of this very host. A browser always says so; whoever does
 * not say it, or says another origin, a sibling city's included, is refused.
 */
export function comesFromHere({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site']
  return headers.origin === origin && (site === undefined || site === 'same-origin')
}

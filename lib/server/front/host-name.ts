import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const wholeName = new RegExp(`^${label}(\\.${label})*$`)

/**
 * `Ville.FR:3000` → `ville.fr`: lower case, without port nor a last dot, in ASCII. Null for whatever cannot be the name
 * of a city's host: empty, a list, credentials, an underscore, an address, more than 253 characters.
 */
export function normaliseHost(sent: string): string | null {
  if (sent === '' || sent.length > 260 || /[,@_%/\\?#\s]/.test(sent)) return null
  const name = sent.replace(/:\d{1,5}$/, '').replace(/\.$/, '')
  // Header bytes arrive as Latin-1; a name that is not ASCII was sent in UTF-8.
  const ascii = domainToASCII(Buffer.from(name, 'latin1').toString('utf8'))
  if (ascii.length > 253 || isIP(ascii) || !wholeName.test(ascii)) return null
  return ascii
}

/** The one host this request is for, or null when it names none, several, or two that differ. */
export function requestHost({ rawHeaders, headers, url = '' }: IncomingMessage): string | null {
  if (headersNamed('host', rawHeaders) !== 1) return null
  const host = knownName(headers.host!)
  if (url.startsWith('/')) return host
  return URL.canParse(url) && normaliseHost(new URL(url).host) === host ? host : null
}

function headersNamed(name: string, rawHeaders: string[]): number {
  let count = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const sent = rawHeaders[at]!
    if (sent.length === name.length && sent.toLowerCase() === name) count++
  }
  return count
}

const seen = new Map<string, string | null>()

/** A process meets few hosts and many requests: what was worked out once is kept, within limits. */
function knownName(sent: string): string | null {
  const known = seen.get(sent)
  if (known !== undefined) return known
  if (seen.size > 5000) seen.clear()
  const host = normaliseHost(sent)
  seen.set(sent, host)
  return host
}

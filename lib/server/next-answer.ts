import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { wasDatabaseInTrouble } from '../db/trouble'
import type { HostSite } from '../tenancy/registry'
import { askedFrom, innerHeaders, type Place, withoutInnerHeaders } from './internal-headers'
import { isTellTale } from './page-cache/render'
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
/** Answers now or later, through a way of sending that nobody else can use meanwhile. */
export type Say = (speak: Speak) => void
export type Speak = (send: () => void) => void

/** Has Next answer one person: with their cookies, for nobody else, and kept nowhere. */
export function answerForOne(
  renderNext: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  { site, place, url, mayRoute, dev, sorry, say }: Asked,
): void {
  const { before, after } = pagePolicy(site, dev)
  const policy = before + newNonce() + after
  request.headers = {
    ...withoutInnerHeaders(request.headers, mayRoute),
    ...innerHeaders(site, place, policy),
    'x-forwarded-for': askedFrom(request),
  }
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)])
  request.url = url
  lookOver(response, () => tidyHead(response, policy), dev ? null : { sorry, say })
  renderNext(request, response)
}

const patience = 2700

/**
 * Looks an answer over before its first byte: `tidy` has the last word on its head. When the database failed, or lets a
 * request wait too long, `sorry` answers instead that it may be tried again, and the rest is not listened to.
 */
function lookOver(
  response: ServerResponse,
  tidy: () => void,
  other: Pick<Asked, 'sorry' | 'say'> | null,
): void {
  const { write, end, writeHead, setHeader } = response
  const own = { write, end, writeHead, setHeader }
  const tooLate =
    other && setTimeout(() => response.headersSent || instead((speak) => speak(other.sorry)), patience)
  if (tooLate) response.once('close', () => clearTimeout(tooLate))
  Object.assign(response, {
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => keepHead(response, status, rest),
    write: (...given: Parameters<typeof own.write>) => !mayGo() || own.write.apply(response, given),
    end: (...given: Parameters<typeof own.end>) => (mayGo() ? own.end.apply(response, given) : response),
  })

  function mayGo(): boolean {
    if (response.headersSent) return true
    if (tooLate) clearTimeout(tooLate)
    const said = other && otherAnswer(response, other)
    if (said) {
      instead(said)
      return false
    }
    tidy()
    response.writeHead = own.writeHead
    return true
  }

  function instead(say: Say): void {
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    Object.assign(response, unheard(response))
    say((send) => {
      Object.assign(response, own)
      send()
      Object.assign(response, unheard(response))
    })
  }
}

/** What is said to such an answer goes nowhere. */
const unheard = (response: ServerResponse) => ({
  write: () => true,
  end: () => response,
  writeHead: () => response,
  setHeader: () => response,
})

function otherAnswer(
  response: ServerResponse,
  { sorry, say }: Pick<Asked, 'sorry' | 'say'>,
): Say | undefined {
  if (response.statusCode >= 500 && wasDatabaseInTrouble()) return (speak) => speak(sorry)
  return String(response.getHeader('content-type') ?? '').startsWith('text/html')
    ? say(response.statusCode)
    : undefined
}

/** The head is only noted: it goes out with the first byte. */
function keepHead(response: ServerResponse, status: number, rest: unknown[]): ServerResponse {
  const headers = rest.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined
  response.statusCode = status
  for (const [name, value] of Object.entries(headers ?? {}))
    if (value !== undefined) response.setHeader(name, value)
  return response
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

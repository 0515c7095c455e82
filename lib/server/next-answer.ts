import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http'
import { wasDatabaseInTrouble } from '../db/trouble'
import type { HostSite } from '../tenancy/registry'
import { askedFrom, innerHeaders, type Place, withoutInnerHeaders } from './internal-headers'
import { isTellTale } from './page-cache/render'
import { everyAnswer, filePolicy, newNonce, pagePolicy } from './security-headers'

type Given = { site: HostSite; place: Place; url: string; mayRoute: boolean; dev: boolean; sorry: () => void }

/** Has Next answer one person: with their cookies, for nobody else, and kept nowhere. */
export function answerForOne(
  renderNext: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  { site, place, url, mayRoute, dev, sorry }: Given,
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
  tidyHead(response, policy)
  if (!dev) apologiseInstead(response, url.startsWith('/api/auth/') ? patienceAtSignIn : patience, sorry)
  renderNext(request, response)
}

/** Says on every answer what must be said, and takes back what Next says of itself. */
function tidyHead(response: ServerResponse, policy: string): void {
  const writeHead = response.writeHead.bind(response) as (status: number) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined
    for (const [name, value] of Object.entries(given ?? {}))
      if (value !== undefined) response.setHeader(name, value)
    for (const name of response.getHeaderNames()) if (isTellTale(name)) response.removeHeader(name)
    for (const [name, value] of Object.entries(everyAnswer())) response.setHeader(name, value)
    const isHtml = /^text\/(html|x-component)/.test(String(response.getHeader('content-type') ?? 'text/html'))
    response.setHeader('content-security-policy', isHtml ? policy : filePolicy)
    response.setHeader('cache-control', 'private, no-store')
    return writeHead(status)
  }) as ServerResponse['writeHead']
}

const patience = 2700
/** The city's account service, elsewhere, may take its time. */
const patienceAtSignIn = 15_000

/**
 * When the database failed, or lets a request wait too long, the answer is that it may be tried again, not that something
 * broke. Nothing has been sent by then: the first byte waits for the whole head.
 */
function apologiseInstead(response: ServerResponse, patience: number, sorry: () => void): void {
  const own = { write: response.write, end: response.end, writeHead: response.writeHead }
  const tooLate = setTimeout(() => response.headersSent || apologise(), patience)
  response.once('close', () => clearTimeout(tooLate))
  response.flushHeaders = () => {}
  response.write = ((...given: Parameters<typeof own.write>) =>
    mustApologise() || own.write.apply(response, given)) as typeof own.write
  response.end = ((...given: Parameters<typeof own.end>) =>
    mustApologise() ? response : own.end.apply(response, given)) as typeof own.end

  function mustApologise(): boolean {
    if (response.headersSent || response.statusCode < 500 || !wasDatabaseInTrouble()) return false
    apologise()
    return true
  }

  function apologise(): void {
    clearTimeout(tooLate)
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    Object.assign(response, { write: own.write, end: own.end })
    sorry()
    Object.assign(response, { write: () => true, end: () => response, setHeader: () => response })
  }
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { publicOrigin } from '../../tenancy/origin'
import { operatorHost } from '../../operator/host'
import { readAddress } from './address'
import { bodyRefusal } from './body-limit'
import { askedFrom, operatorHeaders, withoutInnerHeaders } from './internal-headers'
import { languageAsked } from './language-asked'
import { lookOver } from './look-over'
import { isTellTale } from '../page-cache/render'
import { comesFromHere, isReading } from './origin-check'
import { everyAnswer, newNonce, plainPagePolicy } from './security-headers'
import { answerStatic } from './static-files'
import { sendStatus } from './status-pages'

/** The operator's own host: no city, nothing cached, nothing that a search engine may keep. */
export function answerOperator(
  renderNext: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  dev: boolean,
): void {
  const address = readAddress(request.url ?? '/')
  if (!address) return sendStatus(response, 404, 'notFound')
  if (address.pathname.startsWith('/_next/')) return answerInner(renderNext, request, response, dev)
  if (!isReading(request) && !comesFromHere(request, publicOrigin(operatorHost())))
    return sendStatus(response, 403, 'elsewhere')
  const refusal = isReading(request) ? null : bodyRefusal(request)
  if (refusal) return sendStatus(response, refusal.status, 'tooLarge')
  const policy = plainPagePolicy(newNonce(), dev)
  const locale = languageAsked(request.headers['accept-language'])
  request.headers = {
    ...withoutInnerHeaders(request.headers, true),
    ...operatorHeaders(locale, address.pathname, policy),
    'x-forwarded-for': askedFrom(request),
  }
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)])
  request.url = address.pathname + address.search
  void lookOver(response, () => tidyHead(response, policy), null)
  renderNext(request, response)
}

function answerInner(
  renderNext: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  dev: boolean,
) {
  if (dev) renderNext(request, response)
  else answerStatic(response, request.url!.split('?')[0]!).catch(() => sendStatus(response, 500, 'broken'))
}

function tidyHead(response: ServerResponse, policy: string): void {
  for (const name of response.getHeaderNames()) if (isTellTale(name)) response.removeHeader(name)
  for (const [name, value] of Object.entries(everyAnswer())) response.setHeader(name, value)
  response.setHeader('content-security-policy', policy)
  response.setHeader('cache-control', 'private, no-store')
  response.setHeader('x-robots-tag', 'noindex')
}

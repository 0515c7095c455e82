import type { ServerResponse } from 'node:http'
import type { HostSite } from '../../tenancy/registry'
import { everyAnswer, filePolicy, newNonce, pagePolicy } from '../security-headers'
import { filledWith, gzippedWith, type Page } from './page'

/** Sends a page that is the same for everyone, with a nonce that nobody else gets. */
export function answerWithPage(response: ServerResponse, site: HostSite, page: Page): void {
  if (response.headersSent || response.destroyed) return
  const { headers: sent, method } = response.req
  if (page.headers.etag && sent['if-none-match'] === page.headers.etag) return notModified(response, page)

  const nonce = newNonce()
  const gzipped = /\bgzip\b/.test(String(sent['accept-encoding'] ?? '')) ? page.gzipped : null
  const body = gzipped ? gzippedWith(gzipped, nonce) : filledWith(page, nonce)
  const isHtml = page.contentType.startsWith('text/html')
  const { before, after } = pagePolicy(site)
  response.writeHead(page.status, {
    ...everyAnswer(),
    'content-security-policy': isHtml ? before + nonce + after : filePolicy,
    'cache-control': 'no-cache',
    ...page.headers,
    'content-type': page.contentType,
    ...(page.gzipped ? { vary: 'accept-encoding' } : {}),
    ...(gzipped ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  })
  response.end(method === 'HEAD' ? undefined : body)
}

function notModified(response: ServerResponse, page: Page): void {
  response.writeHead(304, { ...everyAnswer(), etag: page.headers.etag })
  response.end()
}

import type { ServerResponse } from 'node:http'
import { isHeld } from '../../held'
import type { HostSite } from '../../tenancy/registry'
import { everyAnswer, filePolicy, newNonce, pagePolicy } from '../front/security-headers'
import { filledWith, type Form, giveBack, type Page } from './page'

/** Sends a page that is the same for everyone, with a nonce that nobody else gets. */
export function answerWithPage(response: ServerResponse, site: HostSite, page: Page): void {
  if (response.headersSent || response.destroyed) return
  const { headers: sent, method } = response.req
  const { etag } = page.headers
  if (etag && isHeld(etag, sent['if-none-match'])) return notModified(response, page)

  const nonce = newNonce()
  const accepted = sent['accept-encoding']
  const form =
    page.gzipped && typeof accepted === 'string' && /\bgzip\b/.test(accepted) ? page.gzipped : page.plain
  const body = filledWith(form, nonce)
  const { before, after } = pagePolicy(site)
  const policy = page.contentType.startsWith('text/html') ? before + nonce + after : filePolicy
  response.writeHead(page.status, [...headOf(page, form), 'content-security-policy', policy])
  if (method === 'HEAD') response.end(() => giveBack(form, body))
  else response.end(body, () => giveBack(form, body))
}

const heads = new WeakMap<Form, string[]>()

/** The part of the head that is the same each time. */
function headOf(page: Page, form: Form): string[] {
  const known = heads.get(form)
  if (known) return known
  const headers = {
    ...everyAnswer(),
    'cache-control': 'no-cache',
    ...page.headers,
    'content-type': page.contentType,
    ...(page.gzipped ? { vary: 'accept-encoding' } : {}),
    ...(form.gzip ? { 'content-encoding': 'gzip' } : {}),
    'content-length': String(form.bytes.length),
  }
  const head = Object.entries(headers).flat()
  heads.set(form, head)
  return head
}

function notModified(response: ServerResponse, page: Page): void {
  response.writeHead(304, { ...everyAnswer(), ...page.headers })
  response.end()
}

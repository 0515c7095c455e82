import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Locale, locales } from '../../../tenants/tenant'
import { demoStyle } from './demo-style'

const styleDigest = createHash('sha256').update(demoStyle).digest('base64')

export const asHtml = (page: ReactElement) => `<!doctype html>${renderToStaticMarkup(page)}`

/** What the pages of the demo's own services may do: nothing but show themselves and send their form. */
export function pageHeaders(formsGoTo: string[] = []): Record<string, string> {
  const forms = ["'self'", ...formsGoTo].join(' ')
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; frame-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
}

export function sendPage(
  response: ServerResponse,
  page: ReactElement,
  { status = 200, formsGoTo = [] as string[] } = {},
) {
  response.writeHead(status, pageHeaders(formsGoTo)).end(asHtml(page))
}

/** The language of the product that the reader's browser asks for first. */
export function languageOf(accepted: string | undefined): Locale {
  const asked = (accepted ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())
  return asked.map((one) => locales.find((locale) => locale === one)).find((one) => one !== undefined) ?? 'fr'
}

/** A small form's fields. */
export async function fieldsSent(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += String(part)
    if (text.length > 10_000) throw new Error('too_long')
  }
  return new URLSearchParams(text)
}

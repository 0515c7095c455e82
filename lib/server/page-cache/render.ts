import { inject } from 'light-my-request'
import type { RequestListener } from 'node:http'
import type { HostSite } from '../../tenancy/registry'
import { innerHeaders, type Place } from '../front/internal-headers'
import { pagePolicy } from '../front/security-headers'
import { makePage, type Page, placeholder } from './page'

/** What Next says of itself, and what only makes sense between it and this server. */
export const isTellTale = (name: string) =>
  /^(x-middleware-|x-nextjs-|x-next|x-powered-by|x-action-revalidated|x-parvis-|x-edge-|vary$)/.test(name)

// What Next writes on every page it renders for a request; a page that means it writes something else.
const usual = 'private, no-cache, no-store, max-age=0, must-revalidate'

// A page of Next can only be there or not be there; one that says of itself that its subject is gone is answered with 410.
const goneMark = '<meta name="gone" content="410"'

/** Asks Next for a public page as somebody it knows nothing about: no cookie, no authorisation, no header of theirs. */
export async function renderForEveryone(
  renderNext: RequestListener,
  site: HostSite,
  place: Place,
  url: string,
): Promise<Page> {
  const { before, after } = pagePolicy(site)
  const headers = { ...innerHeaders(site, place, before + placeholder + after), accept: 'text/html,*/*' }
  const answer = await inject(renderNext, { method: 'GET', url, headers } as Parameters<typeof inject>[1] &
    object)
  const contentType = String(answer.headers['content-type'] ?? '')
  const isPage = contentType.startsWith('text/html')
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !isTellTale(name) && !left.has(name)) kept[name] = String(value)
  }
  if (kept['cache-control'] === usual) delete kept['cache-control']
  const isMeantForOne = 'set-cookie' in answer.headers || /private|no-store/.test(kept['cache-control'] ?? '')
  // What a page asks the browser to fetch first is in the page; what a file says of itself is here alone.
  if (isPage) for (const name of ['etag', 'link']) delete kept[name]
  const content = isPage ? withoutOldScripts(answer.rawPayload) : answer.rawPayload
  const status = answer.statusCode === 200 && content.includes(goneMark) ? 410 : answer.statusCode
  const page = await makePage(status, contentType, kept, content)
  return { ...page, mayBeKept: !isMeantForOne && [200, 404, 410].includes(page.status) }
}

/** Thirty-five kilobytes for browsers so old that nothing else of the page's script runs in them; they have the HTML. */
function withoutOldScripts(html: Buffer): Buffer {
  const tag = /<script\b[^>]*\bnomodule\b[^>]*><\/script>/i.exec(html.toString('latin1'))
  if (!tag) return html
  return Buffer.concat([html.subarray(0, tag.index), html.subarray(tag.index + tag[0].length)])
}

const left = new Set([
  'content-type',
  'content-length',
  'connection',
  'date',
  'keep-alive',
  'transfer-encoding',
  'set-cookie',
])

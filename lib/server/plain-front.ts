import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { siteForHost } from '../tenancy/registry'
import { readPath } from '../tenancy/site'

export function createFront({ renderNext }: { renderNext: RequestListener }): RequestListener {
  return (request, response) => void answer(request, response, renderNext)
}

async function answer(request: IncomingMessage, response: ServerResponse, renderNext: RequestListener) {
  const name = request.headers.host?.replace(/:\d+$/, '').toLowerCase() ?? null
  const site = await siteForHost(name)
  if (!site) return response.writeHead(421).end()
  const pathname = new URL(request.url ?? '/', 'http://localhost').pathname
  const place = readPath(site.tenant, site.host.surface, pathname)
  const { locale, surface, path } = place
  Object.assign(request.headers, {
    'x-parvis-host': site.host.host,
    'x-parvis-city': site.tenant.id,
    'x-parvis-locale': locale,
    'x-parvis-surface': surface,
    'x-parvis-path': path,
  })
  renderNext(request, response)
}

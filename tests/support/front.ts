import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFront } from '@/lib/server/front/front'
import { askRaw } from './raw'

/** The front as it stands before Next, on a port of its own. What it lets through ends at `renderNext`. */
export async function openFront(renderNext: RequestListener) {
  const server = createServer(createFront({ renderNext })).listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  process.env.PORT = String(port)
  const close = () =>
    new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())))
  return { port, close, ask: (sent: string, body = '') => askRaw(port, sent, body) }
}

export type Told = { method: string; url: string; headers: IncomingHttpHeaders; times: number }

/** Stands where Next stands: answers with what it was told, so that a test can read it. */
export function tellingKitchen() {
  const told: Told[] = []
  const listener: RequestListener = ({ method = '', url = '', headers }, response) => {
    told.push({ method, url, headers: { ...headers }, times: told.length + 1 })
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
      'x-middleware-rewrite': '/inside',
      'x-nextjs-cache': 'MISS',
    })
    response.end(`<p>${headers['x-parvis-city']} ${url} ${told.length}</p><script nonce="${nonce}"></script>`)
  }
  return { listener, told, last: () => told.at(-1)! }
}

export const nonceIn = (text = '') => /nonce[-=]"?([\w-]{24})/.exec(text)?.[1]
export const withoutNonce = (body: string) => body.replaceAll(nonceIn(body) ?? '', '')

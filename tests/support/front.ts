import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createFront } from '@/lib/server/front'

export type Answer = { status: number; head: string; headers: Record<string, string>; body: string }

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

/** Sends these very lines and reads the one answer, as no client library would let one. */
export async function askRaw(port: number, sent: string, body = ''): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  const lines = [
    ...sent
      .trim()
      .split('\n')
      .map((line) => line.trim()),
    'Connection: close',
    '',
    body,
  ]
  socket.write(lines.join('\r\n'))
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return read(Buffer.concat(chunks).toString())
}

function read(raw: string): Answer {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => [line.split(':')[0]!.toLowerCase(), line.slice(line.indexOf(':') + 2)])
  return {
    status: Number(first.split(' ')[1]),
    head,
    headers: Object.fromEntries(headers),
    body: rest.join('\r\n\r\n'),
  }
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

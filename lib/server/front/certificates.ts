import { readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { operatorHost } from '../../operator/host'
import { changes } from '../../tenancy/freshness'
import { servedHosts } from '../../tenancy/registry'
import { normaliseHost } from './host-name'

const address = '/internal/tls-allowed'
const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const ownName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

let kept = new Set<string>()

/**
 * Whether it is the proxy of this very machine that asks for which host it may get a certificate. Who comes through the
 * proxy has been forwarded, and never learns here which hosts there are.
 */
export function asksForCertificate({ url = '', method, headers, socket }: IncomingMessage): boolean {
  if (!url.startsWith(address) || method !== 'GET') return false
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && loopback.test(socket.remoteAddress ?? '') && ownName.test(headers.host ?? '')
}

/** From memory alone: a proxy may ask at every handshake. Any 2xx allows. */
export function answerCertificate({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const host = pathname === address ? normaliseHost(searchParams.get('domain') ?? '') : null
  const known = servedHosts() ?? kept
  const isServed = host !== null && (known.has(host) || host === operatorHost())
  response.writeHead(isServed ? 200 : 404, {
    'content-length': 0,
    'cache-control': 'no-store',
  })
  response.end()
}

/** The hosts served last, from the disk: certificates go on being had while the database cannot be. */
export function recallHosts(dataDir: string): void {
  try {
    const names: unknown = JSON.parse(readFileSync(join(dataDir, 'served-hosts.json'), 'utf8'))
    kept = new Set(Array.isArray(names) ? names.map(String) : [])
  } catch {
    kept = new Set()
  }
}

/** Writes them down now and whenever they change, one after the other: two at once would take each other's file. */
export function rememberHosts(dataDir: string): void {
  let written = ''
  const write = async () => {
    const known = servedHosts()
    const text = JSON.stringify([...(known ?? [])].sort())
    if (!known || known.size === 0 || text === written) return
    written = text
    const file = join(dataDir, 'served-hosts.json')
    await writeFile(`${file}.new`, text, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  let last = Promise.resolve()
  const tell = () => {
    last = last.then(write).catch((error: unknown) => console.error('served-hosts.json', error))
  }
  changes.listen((_city, tag) => tag === 'settings' && tell())
  tell()
}

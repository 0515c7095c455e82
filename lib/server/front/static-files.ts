import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { send } from './answer'

const compressed = promisify(brotliCompress)
const gzipped = promisify(gzip)

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

type StaticFile = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer }

const files = new Map<string, Promise<StaticFile | null>>()

/** What the build made, named by its content: read and compressed once, as hard as can be, then sent from memory. */
export async function answerStatic(response: ServerResponse, pathname: string): Promise<void> {
  if (!/^\/_next\/static(\/[\w@~-][\w.@~-]*)+$/.test(pathname)) return notThere(response)
  const reading = files.get(pathname) ?? readStatic(pathname)
  const file = await reading
  if (!file) return notThere(response)
  files.set(pathname, reading)

  const accepted = String(response.req.headers['accept-encoding'] ?? '')
  const encoding =
    file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null
  const headers = {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  }
  send(response, 200, headers, encoding ? file[encoding] : file.plain)
}

async function readStatic(pathname: string): Promise<StaticFile | null> {
  const type = types[extname(pathname)]
  const plain = type
    ? await readFile(join('.next', pathname.slice('/_next/'.length))).catch(() => null)
    : null
  if (!type || !plain) return null
  if (/^(font|image\/(png|webp|x-icon))/.test(type)) return { type, plain }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  const [br, gz] = await Promise.all([compressed(plain, { params }), gzipped(plain, { level: 9 })])
  return { type, plain, br, gzip: gz }
}

function notThere(response: ServerResponse): void {
  send(response, 404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
}

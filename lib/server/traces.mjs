import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

const place = /(?:file:\/\/)?\/[^\s():]+:\d+:\d+/g
/** Reading maps takes time and memory: in a storm of errors one of them says where, and the others what. */
const pause = 10_000
let last = -pause

/**
 * Errors are told with the lines of the sources, as Node would with its maps, which it keeps for every module that is
 * loaded: more than everything else this process holds. Here they are read when there is an error to tell.
 */
export function tellErrorsBySource() {
  const tell = console.error
  console.error = (...said) => tell(...said.map((one) => (one instanceof Error ? bySource(one) : one)))
}

function bySource(error) {
  const now = performance.now()
  if (now - last < pause || typeof error.stack !== 'string') return error
  last = now
  const maps = new Map()
  error.stack = error.stack.replace(place, (written) => sourceOf(written, maps) ?? written)
  return error
}

function sourceOf(written, maps) {
  const [, address, line, column] = /^(.+):(\d+):(\d+)$/.exec(written)
  const file = address.startsWith('file:') ? fileURLToPath(address) : address
  if (!maps.has(file)) maps.set(file, mapOf(file))
  const found = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1)
  return found?.originalSource
    ? `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`
    : null
}

function mapOf(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
  } catch {
    return null
  }
}

import { brotliDecompressSync } from 'node:zlib'
import { rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

const host = 'decider.paris.localhost'
const paths = ['/', '/idees', '/idees/carte', '/regles']
const budget = 135_000

/** Every byte of JavaScript that public pages load or carry, as served to a browser that reads brotli. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  for (const path of [...paths, await anIdeaPage(port)]) {
    const { status, body } = await ask({ port, path, headers: { host: `${host}:${port}` } })
    const html = body.toString()
    const scripts = scriptsOf(html)
    const served = await Promise.all(scripts.map((script) => fetchScript(port, script)))
    const inline = inlineOf(html)
    const value = total(served)
    const later = served.flatMap(({ text }) => scriptsOf(text)).filter((script) => !scripts.includes(script))
    const onDemand = total(await Promise.all([...new Set(later)].map((script) => fetchScript(port, script))))
    yield {
      name: `weight ${path}`,
      value: rounded(value / 1000, 1),
      unit: 'kB',
      files: scripts.length,
      /** Fetched by the page's own script once it is usable, if at all: the map. */
      on_demand_kB: rounded(onDemand / 1000, 1),
      inline_kB: rounded(inline / 1000, 1),
      checks: { found: status === 200 && scripts.length > 0, atMost135: value <= budget },
    }
  }
}

/** Scripts in tags and those that the page's own data names; not those for browsers too old for modules. */
function scriptsOf(html: string): string[] {
  const modern = html.replace(/<script[^>]*\bnomodule\b[^>]*><\/script>/gi, '')
  return [...new Set(modern.match(/\/?_next\/static\/[\w./~@-]+\.js|static\/chunks\/[\w./~@-]+\.js/g) ?? [])]
    .map((address) => (address.startsWith('static') ? `/_next/${address}` : address.replace(/^_/, '/_')))
    .filter((address, at, all) => all.indexOf(address) === at)
}

function inlineOf(html: string): number {
  return [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^]*?)<\/script>/g)].reduce(
    (sum, [, text]) => sum + text!.length,
    0,
  )
}

const total = (served: { size: number }[]) => served.reduce((sum, { size }) => sum + size, 0)

async function fetchScript(port: number, path: string) {
  const headers = { host: `${host}:${port}`, 'accept-encoding': 'br' }
  const answer = await ask({ port, path, headers })
  if (answer.status !== 200 || answer.headers['content-encoding'] !== 'br')
    throw new Error(`${path} was not served with brotli`)
  return { size: answer.body.length, text: brotliDecompressSync(answer.body).toString() }
}

async function anIdeaPage(port: number): Promise<string> {
  const { body } = await ask({ port, path: '/idees', headers: { host: `${host}:${port}` } })
  return /href="(\/idees\/(?!carte|nouvelle)[a-z0-9-]+)"/.exec(body.toString())?.[1] ?? '/idees'
}

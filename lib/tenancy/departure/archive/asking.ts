import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

export type Answer = { status: number; type: string; body: Buffer }
export type Ask = (address: URL) => Promise<Answer>

const patience = 30_000

/**
 * Reads a page of a city as any visitor would: without cookies, from this very machine where the product runs beside, else
 * from its public address.
 */
export const asVisitor: Ask = (address) =>
  new Promise((resolve, reject) => {
    const isHere = process.env.WORKER !== 'apart'
    const target = isHere ? new URL(address.pathname + address.search, here()) : address
    const ask = target.protocol === 'https:' ? overHttps : overHttp
    const asked = ask(target, { headers: { host: address.host, accept: 'text/html,*/*' }, timeout: patience })
    asked.on('timeout', () => asked.destroy(new Error(`${address.pathname} does not answer`)))
    asked.on('error', reject)
    asked.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const type = String(response.headers['content-type'] ?? '')
        resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks) })
      })
    })
    asked.end()
  })

/** Where this machine listens, for who is on it. */
function here(): string {
  const { HOST: listens = '', PORT: port = '3000' } = process.env
  const isAnywhere = ['', '0.0.0.0', '::'].includes(listens)
  const host = listens.includes(':') ? `[${listens}]` : listens
  return `http://${isAnywhere ? '127.0.0.1' : host}:${port || 3000}`
}

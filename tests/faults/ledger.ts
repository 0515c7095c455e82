import { Agent, request } from 'node:http'
import type { HostSite } from '@/lib/tenancy/registry'

export type Way = { port: number; site: HostSite; path: string }

/** Who was told that their support counts, and who asked and was told nothing. */
export type Ledger = { acknowledged: string[]; unknown: string[] }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Each of the crowd asks once, so many at a time, until everyone has or nobody answers any more. */
export async function writeUntilCut(way: Way, crowd: string[], writers: number): Promise<Ledger> {
  const ledger: Ledger = { acknowledged: [], unknown: [] }
  const waiting = [...crowd]
  await Promise.all(Array.from({ length: writers }, write))
  return ledger

  async function write(): Promise<void> {
    for (let cookie = waiting.pop(); cookie; cookie = waiting.pop()) {
      const status = await giveSupport(way, cookie).catch(() => null)
      if (status === 200) ledger.acknowledged.push(cookie)
      else ledger.unknown.push(cookie)
      if (status === null) return
    }
  }
}

/** The status of the answer. Throws when the connection ends without one. */
export function giveSupport({ port, site, path }: Way, cookie: string): Promise<number> {
  const host = site.origin.replace(/^https?:\/\/([^:/]+).*$/, '$1')
  const headers = { host: `${host}:${port}`, origin: `http://${host}:${port}`, cookie, 'content-length': '0' }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: 'PUT', headers, agent }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode ?? 0)).on('error', reject)
      answer.resume()
    })
    asked.setTimeout(10_000, () => asked.destroy(new Error('no answer')))
    asked.on('error', reject).end()
  })
}

import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { HostSite } from '@/lib/tenancy/registry'
import { anIdea } from '../support/factories'
import { rush, signedInCrowd } from './crowd'
import { percentile, rounded } from './figures'
import { load } from './load'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const times = 200
type Ask = { method: string; path: string; headers: Record<string, string> }

/** What a visitor of one city waits while another city has a crowd that never pauses: at its pages, or supporting. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const [crowded, quiet] = [await siteOf('decider.paris.localhost'), await siteOf('belleville.localhost')]
  const visits = { page: () => Promise.resolve(pagesOf(quiet)), support: () => supportsOf(quiet) }
  const crowds = { pages: () => atPages(server), supports: () => supporting(server, crowded) }

  for (const [crowd, gather] of Object.entries(crowds)) {
    for (const [visit, asksOf] of Object.entries(visits)) {
      await waits(server, (await asksOf()).slice(0, 60))
      const alone = await waits(server, await asksOf())
      const [asks, letLoose] = [await asksOf(), await gather()]
      const busy = letLoose()
      await pause(800)
      const beside = await waits(server, asks)
      await busy
      yield {
        name: `neighbour: a ${visit} beside a crowd at ${crowd}`,
        value: rounded(beside.p95 / alone.p95),
        unit: 'times its quiet p95',
        p95_ms: rounded(beside.p95),
        quiet_p95_ms: rounded(alone.p95),
        checks: { underFourTimes: beside.p95 < 4 * alone.p95, allAnswered: alone.allOk && beside.allOk },
      }
    }
  }
}

function pagesOf({ origin }: HostSite): Ask[] {
  const headers = { host: origin.slice('http://'.length), 'accept-encoding': 'gzip' }
  return Array.from({ length: times }, () => ({ method: 'GET', path: '/decider', headers }))
}

async function supportsOf(site: HostSite): Promise<Ask[]> {
  const idea = await anIdea(site.tenant)
  const headers = { host: site.origin.slice('http://'.length), origin: site.origin, 'content-length': '0' }
  const path = `/api/v1/ideas/${idea.id}/support`
  const cookies = await signedInCrowd(site, times)
  return cookies.map((cookie) => ({ method: 'PUT', path, headers: { ...headers, cookie } }))
}

/** Each makes a crowd ready, and returns what lets it loose. */
async function atPages({ port }: RunningServer): Promise<() => Promise<unknown>> {
  const asked = { port, host: 'decider.paris.localhost', paths: ['/', '/idees'] }
  return () => load({ ...asked, seconds: 9, connections: 64 })
}

async function supporting({ port }: RunningServer, site: HostSite): Promise<() => Promise<unknown>> {
  const idea = await anIdea(site.tenant)
  const cookies = await signedInCrowd(site, 30_000)
  const asks = cookies.map((cookie) => ({ method: 'PUT' as const, cookie }))
  return () => rush({ port, site, path: `/api/v1/ideas/${idea.id}/support` }, asks, 64)
}

async function waits({ port }: RunningServer, asks: Ask[]) {
  const worker = new Worker(resolve('tests/bench/visitor.mjs'), { workerData: { port, asks, rest: 15 } })
  const [{ taken, statuses }] = (await once(worker, 'message')) as [{ taken: number[]; statuses: object }]
  const sorted = taken.sort((one, other) => one - other)
  return { p95: percentile(sorted, 0.95), allOk: Object.keys(statuses).join() === '200' }
}

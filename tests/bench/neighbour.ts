import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { HostSite } from '@/lib/tenancy/registry'
import { anIdea } from '../support/factories'
import { rush, signedInCrowd } from './crowd'
import { middleOfThree, percentile, rounded } from './figures'
import { load } from './load'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const times = 200
type Ask = { method: string; path: string; headers: Record<string, string> }

/** What a visitor of one city waits while another city has a crowd that never pauses, at its pages or supporting: of three rounds the middle one. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const visitor = fork('tests/bench/visitor.mjs', [JSON.stringify({ port: server.port, rest: 15 })])
  standApart(visitor)
  yield* besideCrowds(server, visitor)
  visitor.disconnect()
}

/**
 * Crowd and visitor share this machine as they would not in life, and a thread that wakes beside busy ones waits for the
 * end of their slice: what is measured is the server's answer, not that. Only root may step forward; all may stand back.
 */
function standApart(visitor: ChildProcess): void {
  setPriority(process.pid, 5)
  try {
    setPriority(visitor.pid!, -15)
  } catch {
    console.error('Not root: the visitor waits for the crowd of its own machine as well.')
  }
}

async function* besideCrowds(server: RunningServer, visitor: ChildProcess) {
  const [crowded, quiet] = [await siteOf('decider.paris.localhost'), await siteOf('belleville.localhost')]
  const visits = { page: () => Promise.resolve(pagesOf(quiet)), support: () => supportsOf(quiet) }
  const crowds = { pages: () => atPages(server), supports: () => supporting(server, crowded) }

  for (const [crowd, gather] of Object.entries(crowds)) {
    for (const [visit, asksOf] of Object.entries(visits)) {
      await waits(visitor, (await asksOf()).slice(0, 60))
      const round = () => besideOnce(visitor, asksOf, gather)
      const { alone, beside, times } = await middleOfThree(round, (one) => one.times)
      yield {
        name: `neighbour: a ${visit} beside a crowd at ${crowd}`,
        value: rounded(times),
        unit: 'times its quiet p95',
        p95_ms: rounded(beside.p95),
        quiet_p95_ms: rounded(alone.p95),
        checks: { underFourTimes: times < 4, allAnswered: alone.allOk && beside.allOk },
      }
    }
  }
}

async function besideOnce(
  visitor: ChildProcess,
  asksOf: () => Promise<Ask[]>,
  gather: () => Promise<() => Promise<unknown>>,
) {
  const alone = await waits(visitor, await asksOf())
  const [asks, letLoose] = [await asksOf(), await gather()]
  const busy = letLoose()
  await pause(800)
  const beside = await waits(visitor, asks)
  await busy
  return { alone, beside, times: beside.p95 / alone.p95 }
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

async function waits(visitor: ChildProcess, asks: Ask[]) {
  visitor.send(asks)
  const [{ taken, statuses }] = (await once(visitor, 'message')) as [{ taken: number[]; statuses: object }]
  const sorted = taken.sort((one, other) => one - other)
  return { p95: percentile(sorted, 0.95), allOk: Object.keys(statuses).join() === '200' }
}

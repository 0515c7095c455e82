import { anIdea } from '../support/factories'
import { type Rush, rush, signedInCrowd } from './crowd'
import { middleOfThree, rounded } from './figures'
import { type RunningServer, withServer } from './server'
import { ledgerOf, siteOf } from './supports-ledger'

const size = 40_000
const connections = 256

/** Distinct people who support one idea, each with a session of their own, answered once it is durable. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  const site = await siteOf('decider.paris.localhost')
  const cookies = await signedInCrowd(site, size)
  await supportsOf(cookies.slice(0, 5000))
  const run = await middleOfThree(
    () => supportsOf(cookies),
    ({ perSecond }) => perSecond,
  )
  yield {
    name: 'supports',
    value: Math.round(run.perSecond),
    unit: 'supports/s',
    p50_ms: rounded(run.p50),
    p99_ms: rounded(run.p99),
    people: size,
    connections,
    statuses: run.statuses,
    checks: { ...run.checks, atLeast5000: run.perSecond >= 5000, p99Under250: run.p99 < 250 },
  }

  async function supportsOf(some: string[]): Promise<Rush & { checks: Record<string, boolean> }> {
    const idea = await anIdea(site.tenant)
    const path = `/api/v1/ideas/${idea.id}/support`
    const asks = some.map((cookie) => ({ method: 'PUT' as const, cookie }))
    const run = await rush({ port, site, path }, asks, connections)
    const { counter, rows, crossings, isDurable } = await ledgerOf(site.tenant, idea.id)
    const acknowledged = run.acknowledged.filter(Boolean).length
    const checks = {
      allAcknowledged: acknowledged === some.length,
      nothingLost: rows >= acknowledged,
      nothingDouble: rows === some.length && counter === rows,
      oneCrossing: crossings === 1,
      durable: isDurable,
    }
    return { ...run, checks }
  }
}

import { anIdea } from '../support/factories'
import { type Ask, rush, signedInCrowd } from './crowd'
import { rounded } from './figures'
import { type RunningServer, withServer } from './server'
import { ledgerOf, siteOf } from './supports-ledger'

const people = 60_000
const connections = 256

/** The same crowd while one request in five is a repeat and one in twenty takes a support back. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  const site = await siteOf('decider.paris.localhost')
  const cookies = await signedInCrowd(site, people)
  const idea = await anIdea(site.tenant)
  const drifts: number[] = []
  const look = async () => {
    const { counter, rows } = await ledgerOf(site.tenant, idea.id)
    drifts.push(Math.abs(counter - rows))
  }
  const watch = setInterval(() => void look(), 5000)
  const run = await rush(
    { port, site, path: `/api/v1/ideas/${idea.id}/support` },
    mixOf(cookies),
    connections,
  )
  clearInterval(watch)
  await look()
  const { counter, crossings } = await ledgerOf(site.tenant, idea.id)
  yield {
    name: 'supports-mixed',
    value: Math.round(run.perSecond),
    unit: 'requests/s',
    p50_ms: rounded(run.p50),
    p99_ms: rounded(run.p99),
    statuses: run.statuses,
    looks: drifts.length,
    counter,
    checks: {
      counterIsRows: drifts.every((drift) => drift === 0),
      lookedWhileItRan: drifts.length > 1,
      allAnswered: run.statuses[200] === run.acknowledged.length,
      oneCrossing: crossings === 1,
      p99Under250: run.p99 < 250,
    },
  }
}

/** Of twenty requests, fifteen are new, four say again what was just said, and one takes back. */
function mixOf(cookies: string[]): Ask[] {
  return cookies.flatMap((cookie, at) => {
    const give = { method: 'PUT', cookie } as const
    const earlier = cookies[Math.max(0, at - 40)]!
    if (at % 15 === 14) return [give, { method: 'DELETE', cookie: cookies[Math.max(0, at - 300)]! } as const]
    return at % 15 < 4 ? [give, { method: 'PUT', cookie: earlier } as const] : [give]
  })
}

import { type Rush, rush, signedInCrowd } from './crowd'
import { middleOfThree, rounded } from './figures'
import { aDateWith, seatsOf } from './seats-ledger'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const size = 10_000
const seats = 2_000
const connections = 64

/** Distinct people who ask for a seat of one date through HTTP: the first have one, the others wait, none twice. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  const site = await siteOf('agir.paris.localhost')
  await signUps(await signedInCrowd(site, 1000))
  const run = await middleOfThree(
    async () => signUps(await signedInCrowd(site, size)),
    ({ perSecond }) => perSecond,
  )
  yield {
    name: 'signups',
    value: Math.round(run.perSecond),
    unit: 'sign-ups/s',
    p50_ms: rounded(run.p50),
    p99_ms: rounded(run.p99),
    people: size,
    connections,
    statuses: run.statuses,
    checks: { ...run.checks, atLeast1500: run.perSecond >= 1500, p99Under300: run.p99 < 300 },
  }

  async function signUps(cookies: string[]): Promise<Rush & { checks: Record<string, boolean> }> {
    const { positionId, path } = await aDateWith(site.tenant, seats)
    const asks = cookies.map((cookie) => ({ method: 'PUT' as const, cookie }))
    const run = await rush({ port, site, path }, asks, connections)
    const held = await seatsOf(site.tenant, positionId)
    const given = Math.min(seats, cookies.length)
    const checks = {
      allAnswered: run.acknowledged.filter(Boolean).length === cookies.length,
      oneEach: held.rows === cookies.length && held.people === cookies.length,
      seatsExact: held.confirmed === given && held.taken === given,
      othersWait: held.waiting === cookies.length - given && held.queued === held.waiting,
    }
    return { ...run, checks }
  }
}

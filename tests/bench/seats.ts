import { type Rush, rush, signedInCrowd } from './crowd'
import { percentile, rounded } from './figures'
import { aDateWith, seatsOf } from './seats-ledger'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const rounds = 100
const crowd = 200
const seats = 10

/** Two hundred people who ask for ten seats at the same moment, each on a connection of their own; a hundred times. */
export default () => withServer(measure)

async function* measure({ port }: RunningServer) {
  const site = await siteOf('agir.paris.localhost')
  const taken: number[] = []
  const wrong: unknown[] = []
  for (let round = 0; round < rounds; round++) {
    const cookies = await signedInCrowd(site, crowd)
    const { positionId, path } = await aDateWith(site.tenant, seats)
    const began = performance.now()
    const asks = cookies.map((cookie) => ({ method: 'PUT' as const, cookie }))
    const { acknowledged }: Rush = await rush({ port, site, path }, asks, crowd)
    taken.push(performance.now() - began)
    const held = await seatsOf(site.tenant, positionId)
    const said = { ...held, answered: acknowledged.filter(Boolean).length }
    const right = { confirmed: seats, waiting: crowd - seats, people: crowd, rows: crowd }
    const counts = { taken: seats, queued: crowd - seats, answered: crowd }
    if (
      Object.entries({ ...right, ...counts }).some(
        ([name, value]) => said[name as keyof typeof said] !== value,
      )
    )
      wrong.push({ round, ...said })
  }
  const sorted = taken.sort((one, other) => one - other)
  yield {
    name: 'seats',
    value: rounds - wrong.length,
    unit: 'rounds exact',
    p50_ms: rounded(percentile(sorted, 0.5)),
    p99_ms: rounded(percentile(sorted, 0.99)),
    rounds,
    wrong: wrong.slice(0, 5),
    checks: { alwaysExact: wrong.length === 0 },
  }
}

import { rounded } from './figures'
import { ask, load, waits } from './load'
import { type RunningServer, withServer } from './server'

const crowded = 'decider.paris.localhost'
const quiet = 'belleville.localhost'

/** What a visitor of one city waits while another city's pages are asked for by 64 visitors who never pause. */
export default () => withServer(measure)

async function* measure({ origin, port }: RunningServer) {
  for (const [name, path] of [
    ['cached page', '/decider'],
    ['uncached page', '/decider/connexion'],
  ] as const) {
    const once = () => ask({ port, path, headers: { host: `${quiet}:${port}` } })
    await waits(50, once)
    const alone = await waits(200, once)
    const crowd = load({
      origin,
      host: crowded,
      paths: ['/', '/idees'],
      seconds: 8,
      connections: 64,
      apart: true,
    })
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const beside = await waits(200, once)
    const { allOk, perSecond } = await crowd
    yield {
      name: `neighbour ${name}`,
      value: rounded(beside.p95 / alone.p95),
      unit: 'times its quiet p95',
      p95_ms: rounded(beside.p95),
      quiet_p95_ms: rounded(alone.p95),
      crowd_per_second: Math.round(perSecond),
      checks: { underFourTimes: beside.p95 < 4 * alone.p95, crowdServed: allOk },
    }
  }
}

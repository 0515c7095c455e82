import { rounded } from './figures'
import { load } from './load'
import { memoryOf, type RunningServer, withServer } from './server'

const minutes = 1
/** What ten visitors a second would ask for in an hour; this is asked for many times over in the minute it lasts. */
const anHour = 36_000
const limit = 450 * 1024 * 1024

/** What the web process holds after it has served, in a minute, more than an hour's worth of different pages. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const { port, pid } = server
  const before = memoryOf(pid)
  let [answered, most] = [0, before]
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid))), 250)
  for (let round = 0; round < 6; round++) {
    const run = await load({
      port,
      host: 'decider.paris.localhost',
      paths: differentPages(round),
      seconds: minutes * 10,
      connections: 32,
    })
    answered += run.answered
  }
  clearInterval(watch)
  const after = memoryOf(pid)
  yield {
    name: 'memory',
    value: rounded(after / 1024 / 1024, 0),
    unit: 'MB',
    at_most_MB: rounded(most / 1024 / 1024, 0),
    before_MB: rounded(before / 1024 / 1024, 0),
    requests: answered,
    checks: { under450: after < limit, neverOver450: most < limit, anHourServed: answered >= anHour },
  }
}

/** Pages asked for again and again, and searches that nobody asked for before. */
function differentPages(round: number): string[] {
  const searches = Array.from({ length: 200 }, (_, at) => `/idees?q=mot${round}x${at}&page=${(at % 5) + 1}`)
  return [
    ...searches,
    ...Array.from({ length: 800 }, (_, at) => ['/', '/idees', '/regles', '/en/idees'][at % 4]!),
  ]
}

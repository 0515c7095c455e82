import { rounded } from './figures'
import { load } from './load'
import { memoryOf, type RunningServer, withServer } from './server'

const seconds = 10
const longest = 24
/** What ten visitors a second ask for in an hour; here it is asked for in a minute or two. */
const anHour = 36_000
const limit = 450 * 1024 * 1024

/** What the web process holds after it has served an hour's worth of pages, as fast as it can. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const { port, pid } = server
  const before = memoryOf(pid)
  let [answered, most] = [0, before]
  const watch = setInterval(() => (most = Math.max(most, memoryOf(pid))), 250)
  for (let round = 0; round < longest && answered < anHour; round++) {
    const run = await load({
      port,
      host: 'decider.paris.localhost',
      paths: differentPages(round),
      seconds,
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

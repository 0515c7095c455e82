import { seedCities } from '@/lib/tenancy/seed'
import { refreshRegistry, siteForHost } from '@/lib/tenancy/registry'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'
import { middleOfThree, percentile, rounded } from './figures'
import { type RunningServer, withServer } from './server'

/** A thousand more cities in the registry: how long a host name takes to become a city, and a start to be ready. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const cities = Array.from({ length: 1000 }, (_, at) => cityNumber(at))
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), cities)
  await refreshRegistry()
  const hosts = cities.map(({ hosts: { shared } }) => shared!)
  const first = await timesOf(hosts)
  const run = await middleOfThree(
    () => timesOf(manyOf(hosts.slice(0, 250), 20_000)),
    ({ mean }) => mean,
  )
  yield {
    name: 'registry',
    value: rounded(run.mean, 5),
    unit: 'ms a lookup',
    p50_ms: rounded(run.p50, 5),
    p99_ms: rounded(run.p99, 5),
    checks: { under0_1: run.mean < 0.1, allFound: run.allFound && first.allFound },
  }
  yield {
    name: 'registry first lookup',
    value: rounded(first.p50),
    unit: 'ms',
    p99_ms: rounded(first.p99),
    checks: {},
  }
  const start = await middleOfThree(() => server.restart().then(() => server.startedIn), Number)
  yield { name: 'registry start', value: Math.round(start), unit: 'ms', checks: { under5s: start < 5000 } }
}

function cityNumber(at: number): Tenant {
  const model = shippedCities.find(({ hosts }) => hosts.shared)!
  return { ...model, id: `ville-${at}`, hosts: { shared: `ville-${at}.test`, aliases: [] } }
}

const manyOf = (hosts: string[], times: number) =>
  Array.from({ length: times }, (_, at) => hosts[(at * 7919) % hosts.length]!)

async function timesOf(hosts: string[]) {
  const taken: number[] = []
  let allFound = true
  for (const host of hosts) {
    const began = performance.now()
    allFound = (await siteForHost(host))?.host.host === host && allFound
    taken.push(performance.now() - began)
  }
  taken.sort((one, other) => one - other)
  const mean = taken.reduce((sum, one) => sum + one, 0) / taken.length
  return { mean, p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), allFound }
}

import { setTimeout as pause } from 'node:timers/promises'
import { readFilters, writeFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { type Filters, type Sort, sorts } from '@/lib/ideas/listing/rules'
import { shelves } from '@/lib/ideas/rules'
import { seedCities } from '@/lib/tenancy/seed'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { fill, host, largeCity as city } from './large-city'
import { type RunningServer, withServer } from './server'

/** The list page of a city with 50,000 ideas and 2 million supports, each time another address, so never from the cache. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  await refreshRegistry()
  const supports = await fill()
  while ((await open(server.port, '/')) !== 200) await pause(100)

  const pages = addresses(300).map((address) => `/decider/idees${address}`)
  for (const path of pages.slice(0, 30)) await open(server.port, path)
  const taken: number[] = []
  let allOk = true
  for (const path of pages.slice(30)) {
    const began = performance.now()
    allOk = (await open(server.port, path)) === 200 && allOk
    taken.push(performance.now() - began)
  }
  yield figure('list', taken, 60, { allOk, enoughIdeas: true, enoughSupports: supports >= 1_950_000 })

  const asked = addresses(330).slice(300).concat(addresses(300))
  const database: number[] = []
  for (const address of asked) {
    const filters = read(address)
    const began = performance.now()
    await listIdeas(city, filters)
    database.push(performance.now() - began)
  }
  yield figure('list database', database.slice(30), 20, {})
}

function figure(name: string, taken: number[], limit: number, checks: Record<string, boolean>) {
  const sorted = taken.toSorted((one, other) => one - other)
  const p50 = percentile(sorted, 0.5)
  return {
    name,
    value: rounded(p50),
    unit: 'ms',
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(sorted, 0.95)),
    p99_ms: rounded(percentile(sorted, 0.99)),
    checks: { ...checks, [`p50Under${limit}`]: p50 < limit },
  }
}

const read = (address: string): Filters => {
  const query = new URLSearchParams(address)
  return readFilters(
    Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    city,
    20260301,
  )
}

/** Filters, orders and words in every combination that a reader may come to; no two alike. */
function addresses(count: number): string[] {
  const words = [
    null,
    null,
    'velo',
    'piétons',
    'biblioteque',
    'arbre place',
    'ecole marché',
    'concert',
    'toboggan',
    'riverains',
  ]
  const orders = Object.keys(sorts) as Sort[]
  const plain = read('')
  const all = Array.from({ length: count * 3 }, (_, at) => {
    const pick = <One>(from: readonly One[], step: number) => from[Math.floor(at / step) % from.length]!
    const near =
      at % 17 === 0 ? { latitude: 48.85 + (at % 40) / 1000, longitude: 2.35, districtCode: null } : null
    return writeFilters(plain, {
      words: pick(words, 1),
      near,
      themes: at % 3 === 0 ? [pick(city.themes, 2).id] : [],
      districts: at % 4 === 0 ? [pick(city.territory.districts, 3).code] : [],
      shelves: at % 5 === 0 ? [pick(shelves, 5)] : [],
      sort: orders[at % orders.length]!,
    })
  })
  return [...new Set(all)].slice(0, count)
}

async function open(port: number, path: string): Promise<number> {
  const { status } = await ask({ port, path, headers: { host: `${host}:${port}` } })
  return status
}

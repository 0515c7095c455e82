import { setTimeout as pause } from 'node:timers/promises'
import { readFilters, writeFilters } from '@/lib/agir/finding/input'
import { listActivities } from '@/lib/agir/finding/queries'
import { distances, noFilters, type Preset, presets } from '@/lib/agir/finding/rules'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { seedCities } from '@/lib/tenancy/seed'
import { percentile, rounded } from './figures'
import { fill, findCity as city, host } from './find-city'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

/** Searches by date, distance, theme and words among 50,000 dates of 10,000 activities, never from the cache. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  await refreshRegistry()
  const { dates } = await fill()
  while ((await open(server.port, '/')) !== 200) await pause(100)

  const pages = addresses(300).map((address) => `/agir/activites${address}`)
  for (const path of pages.slice(0, 30)) await open(server.port, path)
  const taken: number[] = []
  let allOk = true
  for (const path of pages.slice(30)) {
    const began = performance.now()
    allOk = (await open(server.port, path)) === 200 && allOk
    taken.push(performance.now() - began)
  }
  yield figure('find', taken, 60, { allOk, enoughDates: dates === 50_000 })

  const database: number[] = []
  for (const address of addresses(330)) {
    const query = new URLSearchParams(address)
    const filters = readFilters(
      Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
      city,
    )
    const began = performance.now()
    await listActivities(city, filters, new Date())
    database.push(performance.now() - began)
  }
  yield figure('find database', database.slice(30), 25, {})
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

/** A moment, a distance, a theme and words together, in every combination; no two alike. */
function addresses(count: number): string[] {
  const words = ['arbres', 'velo', 'bibliothèque', 'canal', 'francais', 'echecs gare', 'berges', 'cuisinner']
  const moments = Object.keys(presets) as Preset[]
  const all = Array.from({ length: count }, (_, at) =>
    writeFilters({
      ...noFilters,
      words: words[at % words.length]!,
      preset: at % 3 === 0 ? null : moments[at % moments.length]!,
      themes: [city.themes[Math.floor(at / 8) % city.themes.length]!.id],
      near: {
        latitude: 48.83 + (at % 60) / 1000,
        longitude: 2.3 + (at % 90) / 1000,
        districtCode: null,
        metres: distances[at % distances.length]!,
      },
    }),
  )
  return [...new Set(all)]
}

async function open(port: number, path: string): Promise<number> {
  const { status } = await ask({ port, path, headers: { host: `${host}:${port}` } })
  return status
}

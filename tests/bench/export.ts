import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { cities } from '@/drizzle/schema'
import { asOperator } from '@/lib/db/operator'
import { unpackCity } from '@/lib/tenancy/departure/arriving/commands'
import { openPackage } from '@/lib/tenancy/departure/contents/package'
import { eraseCity } from '@/lib/tenancy/departure/erasing/commands'
import { packCity } from '@/lib/tenancy/departure/leaving/commands'
import { seedCities } from '@/lib/tenancy/seed'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { type Figure, rounded } from './figures'
import { fill, largeCity } from './large-city'
import { type RunningServer, withServer } from './server'

const seconds = 60
const megabytes = 200
const arrival = { id: 'liste-arrivee' }
type Visits = { taken: number[]; statuses: Record<string, number> }
const passphrases = { people: 'douze signes au moins', voices: 'douze autres signes' }

/** How long a large city takes to leave with everything, and how much more memory that is. */
export default () => withServer(measure)

async function* measure(server: RunningServer): AsyncIterable<Figure> {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [largeCity])
  await refreshRegistry()
  const supports = await fill()
  const folder = await mkdtemp(join(tmpdir(), 'parvis-export-'))
  const file = join(folder, 'city.tar')
  const left = await watched(() => packCity(file, { city: largeCity, passphrases, now: new Date() }))
  const rows = left.result.tables.reduce((sum, one) => sum + one.rows, 0)
  yield {
    name: 'export',
    value: rounded(left.seconds, 1),
    unit: 's',
    rows,
    supports,
    file_MB: rounded((await stat(file)).size / 1e6, 0),
    more_MB: rounded(left.more, 0),
    checks: { under60s: left.seconds < seconds, under200MB: left.more < megabytes },
  }
  yield await arriving(file, rows)
  const again = await watched(() =>
    packCity(join(folder, 'again.tar'), { city: arrival, passphrases, now: new Date() }),
  )
  const identical = isDeepStrictEqual(again.result.tables, left.result.tables)
  yield { name: 'export once more', value: rounded(again.seconds, 1), unit: 's', checks: { identical } }
  yield await ending(server)
  await rm(folder, { recursive: true, force: true })
}

async function arriving(file: string, rows: number): Promise<Figure> {
  const opened = await openPackage(file, passphrases)
  if (!opened.ok) throw new Error(opened.refusal)
  const asked = { city: arrival, dryRun: false, ownerUrl: process.env.OWNER_DATABASE_URL! }
  const came = await watched(() => unpackCity(opened.value, asked))
  await opened.value.close()
  const arrived = came.result.ok ? came.result.value.rows.reduce((sum, one) => sum + one.rows, 0) : 0
  return {
    name: 'export import',
    value: rounded(came.seconds, 1),
    unit: 's',
    rows: arrived,
    more_MB: rounded(came.more, 0),
    checks: { allThere: arrived > 0 && arrived <= rows, under200MB: came.more < megabytes },
  }
}

/** The large city is erased while somebody goes on reading another one. */
async function ending({ port }: RunningServer): Promise<Figure> {
  await asOperator(process.env.OWNER_DATABASE_URL!, (operator) =>
    operator.inRegistry((db) =>
      db
        .update(cities)
        .set({ status: 'closing', closesAt: sql`now() - interval '1 day'` })
        .where(eq(cities.id, largeCity.id)),
    ),
  )
  const reader = fork('tests/bench/visitor.mjs', [JSON.stringify({ port, rest: 15 })])
  const waits = { longest: 0, visits: 0, allOk: true }
  const visits = { goOn: true }
  const reading = (async () => {
    while (visits.goOn) {
      reader.send([
        {
          method: 'GET',
          path: `/idees?page=${1 + (waits.visits % 40)}`,
          headers: { host: 'decider.paris.localhost' },
        },
      ])
      const [{ taken, statuses }] = (await once(reader, 'message')) as [Visits]
      waits.longest = Math.max(waits.longest, ...taken)
      waits.allOk &&= Object.keys(statuses).join() === '200'
      waits.visits++
    }
  })()
  const erased = await watched(() => eraseCity(largeCity))
  visits.goOn = false
  await reading
  reader.kill()
  const rows = Object.values(erased.result.rows).reduce((sum, one) => sum + one, 0)
  return {
    name: 'export erasing',
    value: rounded(erased.seconds, 1),
    unit: 's',
    rows,
    more_MB: rounded(erased.more, 0),
    pages_beside: waits.visits,
    longest_page_ms: rounded(waits.longest, 0),
    checks: { under200MB: erased.more < megabytes, othersAnswered: waits.allOk && waits.visits > 0 },
  }
}

/** Seconds, and the most memory above what was held before. */
async function watched<Result>(work: () => Promise<Result>) {
  global.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  const began = performance.now()
  const result = await work()
  clearInterval(watch)
  return { result, seconds: (performance.now() - began) / 1000, more: (most - before) / 1e6 }
}

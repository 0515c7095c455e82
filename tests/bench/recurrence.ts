import { randomUUID } from 'node:crypto'
import { activities, occurrences, schedules } from '@/drizzle/schema'
import { writeDue } from '@/lib/agir/schedules/commands'
import { inTenant } from '@/lib/db'
import { rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

const count = 2000
const atOnce = 500

/** Two thousand activities that come back every week: how long their dates take to be written, and pages meanwhile. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const city = { id: 'belleville' }
  const now = new Date()
  await plant(city, now)
  const headers = { host: `belleville.localhost:${server.port}` }
  const page = () => timed(() => ask({ port: server.port, path: '/agir/activites', headers }))
  const calm = await page()
  const began = performance.now()
  const during: number[] = []
  let written = 0
  for (let done = -1; done !== 0; during.push(await page())) {
    done = await inTenant(city, (db) => writeDue(db, now, 100))
    written += done
  }
  const taken = performance.now() - began - during.reduce((sum, one) => sum + one, 0)
  const dates = await inTenant(city, (db) => db.$count(occurrences))
  yield {
    name: 'recurrence',
    value: rounded(taken / 1000),
    unit: 's for 2,000 activities over 180 days',
    p50_ms: rounded(calm),
    p99_ms: rounded(Math.max(...during)),
    checks: { under10s: taken < 10_000, allWritten: written === count, datesThere: dates >= count * 25 },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function plant(city: { id: string }, now: Date) {
  const first = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  const since = { createdAt: now, changedAt: now, publishedAt: now }
  const rows = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    slug: `serie-${at}`,
    title: `Série ${at}`,
  }))
  const shown = { kind: 'event', locale: 'fr', moderation: 'approved', publication: 'published' } as const
  const rule = 'FREQ=WEEKLY;COUNT=26'
  const timing = {
    zone: 'Europe/Paris',
    startsLocal: `${first} 18:00:00`,
    endsLocal: `${first} 20:00:00`,
    rule,
  }
  for (let from = 0; from < count; from += atOnce)
    await inTenant(city, async (db) => {
      const some = rows.slice(from, from + atOnce)
      await db.insert(activities).values(some.map((row) => ({ ...row, ...shown, ...since })))
      await db
        .insert(schedules)
        .values(some.map(({ id: activityId }) => ({ ...timing, activityId, createdAt: now })))
    })
}

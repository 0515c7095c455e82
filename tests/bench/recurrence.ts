import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import { activities, occurrences, schedules } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { signedInCrowd } from './crowd'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { type RunningServer, withServer } from './server'
import { siteOf } from './supports-ledger'

const count = 2000
const atOnce = 500
const rule = 'FREQ=WEEKLY;COUNT=26'

/** Two thousand activities that come back every week: how long their dates take to be written, and pages meanwhile. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const city = { id: 'belleville' }
  const now = new Date()
  await plant(city, now)
  const asked = await loneVisits(server)
  for (let turn = 0; turn < 20; turn++) await asked()
  const calm = await visitsDuring(asked, pause(3000))
  const began = performance.now()
  const during = await visitsDuring(asked, written(city))
  const taken = performance.now() - began
  const dates = await inTenant(city, (db) => db.$count(occurrences))
  const [quiet, beside] = [percentile(calm, 0.95), percentile(during, 0.95)]
  yield {
    name: 'recurrence',
    value: rounded(taken / 1000),
    unit: 's for 2,000 activities over 180 days',
    page_p95_ms: rounded(beside),
    quiet_page_p95_ms: rounded(quiet),
    pages: during.length,
    checks: { under10s: taken < 10_000, datesThere: dates >= count * 25, noPageSlowed: beside < 4 * quiet },
  }
}

/** A page that is rendered each time, as it is for one who is signed in. */
async function loneVisits({ port }: RunningServer): Promise<() => Promise<number>> {
  const site = await siteOf('belleville.localhost')
  const [cookie = ''] = await signedInCrowd(site, 1)
  const headers = { host: site.origin.slice('http://'.length), cookie }
  return async () => {
    const began = performance.now()
    const { status } = await ask({ port, path: '/agir/mes-inscriptions', headers })
    if (status !== 200) throw new Error(`A page was answered with ${status}`)
    return performance.now() - began
  }
}

/** The job of every hour, asked for in this city now: ends once everything is written down. */
async function written(city: { id: string }): Promise<void> {
  await inTenant(city, (db) => enqueue(db, 'agir.schedules.write', {}, 'now'))
  const left = and(eq(schedules.rule, rule), isNull(schedules.expandedUntil))
  while ((await inTenant(city, (db) => db.$count(schedules, left))) > 0) await pause(50)
}

async function visitsDuring(visit: () => Promise<number>, work: Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  let isOver = false
  const over = work.finally(() => (isOver = true))
  while (!isOver) {
    taken.push(await visit())
    await pause(15)
  }
  await over
  return taken.sort((one, other) => one - other)
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

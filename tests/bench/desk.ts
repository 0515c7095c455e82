import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { grants, people, sessions } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { type QueueFilters, queueQuery, readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import { taskStates } from '@/lib/moderation/rules'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { seedCities } from '@/lib/tenancy/seed'
import { percentile, rounded } from './figures'
import { host, largeCity as city } from './large-city'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

const waiting = 20_000
const limit = 100

/** The desk of a city where 20,000 texts wait, as a moderator filters and leafs through it: a page of one's own is never kept. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  await refreshRegistry()
  const tasks = await fill()
  const { cookie, id } = await aModerator()
  const headers = { host: `${host}:${server.port}`, cookie }
  const open = (path: string) => ask({ port: server.port, path: `/decider${path}`, headers })
  while ((await open('/moderation')).status !== 200) await pause(100)

  const asked = await addresses(id)
  for (const address of asked.slice(0, 20)) await open(`/moderation${address}`)
  const taken: number[] = []
  let allOk = true
  for (const address of asked) {
    const began = performance.now()
    allOk = (await open(`/moderation${address}`)).status === 200 && allOk
    taken.push(performance.now() - began)
  }
  yield figure('desk', taken, { allOk, enoughWaiting: tasks === waiting })

  const reading: number[] = []
  for (const taskId of await someTasks()) {
    const began = performance.now()
    allOk = (await open(`/moderation/${taskId}`)).status === 200 && allOk
    reading.push(performance.now() - began)
  }
  yield figure('desk reading', reading.slice(10), { allOk })
}

function figure(name: string, taken: number[], checks: Record<string, boolean>) {
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

/** Each idea comes to the desk by itself, as one that is sent does. */
async function fill(): Promise<number> {
  for (let from = 0; from < waiting; from += 2000)
    await inTenant(city, (db) =>
      db.execute(sql`
        with made as (
          insert into ideas (title, body, locale, theme_id, district_code, publication, created_at, changed_at, submitted_at, moderation_due_at)
          select 'Une proposition pour la rue ' || n, repeat('Un texte qui attend d’être lu. ', 12), 'fr',
            ${city.themes[0]!.id}, ${city.territory.districts[0]!.code}, 'submitted', at, at, at, at + interval '7 days'
          from (select n, now() - n * interval '40 seconds' as at from generate_series(${from + 1}::int, ${from + 2000}::int) n) invented
          returning id, submitted_at)
        insert into journal (about_id, kind, at, by_role, visibility)
        select id, 'submitted', '2020-01-01', 'author', 'internal' from made`),
    )
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`vacuum analyze ideas, tasks`
  await owner.end()
  const [row] = await inTenant(city, (db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from tasks where closed_at is null`),
  )
  return row!.count
}

async function aModerator() {
  const [id, sessionId] = [randomUUID(), randomUUID()]
  const [now, expiresAt] = [new Date(), new Date(Date.now() + 8 * 3_600_000)]
  await inTenant(city, async (db) => {
    await db.insert(people).values({ id, name: 'Sofia Rossi', locale: 'fr' })
    await db.insert(grants).values({ personId: id, role: 'moderator', startsAt: new Date(0) })
    await db.insert(sessions).values({ id: sessionId, personId: id, startedAt: now, expiresAt })
  })
  return {
    id,
    cookie: `${sessionCookieName()}=${signSession(city.id, 1, { sessionId, personId: id, expiresAt })}`,
  }
}

/** Views, filters and words; and forty pages of the whole queue, each from where the last one ended. */
async function addresses(id: string): Promise<string[]> {
  const reader = { id, grants: [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as const }
  const plain = readQueue({}).filters
  const some: Partial<QueueFilters>[] = [
    {},
    { late: true },
    { mine: true },
    { theme: city.themes[0]!.id },
    { district: city.territory.districts[0]!.code },
    ...taskStates.map((state) => ({ state })),
    ...Array.from({ length: 32 }, (_, at) => ({ words: `rue ${at * 37}` })),
  ]
  const pages: string[] = []
  for (let after = null, page = 0; page < 40; page++) {
    const { next } = await listQueue(city, { filters: plain, after, reader })
    if (!next) break
    pages.push(queueQuery(plain, next))
    after = next
  }
  return [...some.map((filters) => queueQuery({ ...plain, ...filters })), ...pages]
}

async function someTasks(): Promise<string[]> {
  const rows = await inTenant(city, (db) =>
    db.execute<{ id: string }>(sql`select id from tasks where closed_at is null order by id limit 60`),
  )
  return rows.map(({ id }) => id)
}

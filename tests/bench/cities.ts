import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { grants, people, sessions } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator, type Operator } from '@/lib/db/operator'
import { seedCities } from '@/lib/tenancy/seed'
import { refreshRegistry, siteForHost } from '@/lib/tenancy/registry'
import { moveHead } from '@/lib/tenancy/versions/commands'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'
import { percentile, rounded } from './figures'
import { ask } from './load'
import { memoryOf, type RunningServer, withServer } from './server'

const citiesMade = 1000
const versionsEach = 50
const mostMemory = 600 * 1024 * 1024
const hostOf = (at: number) => `ville-${at}.test`

/** A thousand cities that have each published fifty times: what their number costs a citizen, an administrator, the process. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  const cities = Array.from({ length: citiesMade }, (_, at) => cityNumber(at))
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), cities)
  await publishOften(cities)
  await refreshRegistry()
  yield await lookups()
  const page = (host: string, path: string, cookie = '') =>
    ask({ port: server.port, path, headers: { host: `${host}:${server.port}`, ...(cookie && { cookie }) } })
  while ((await page(hostOf(citiesMade - 1), '/decider')).status !== 200) await pause(100)

  const cold = await timed(cities.slice(0, -1).map((_, at) => () => page(hostOf(at), '/decider')))
  const memory = memoryOf(server.pid)
  yield figure('cities first page of a cold city', cold, { limit: 150 })
  yield {
    name: 'cities memory once all were visited',
    value: rounded(memory / 1024 / 1024, 0),
    unit: 'MB',
    checks: { under600MB: memory < mostMemory },
  }
  const [cookie, console] = [
    await anOwner(cities[7]!),
    consolePages.map((path) => `/decider/administration${path}`),
  ]
  for (const path of console) await page(hostOf(7), path, cookie)
  const asked = Array.from({ length: 60 }, (_, turn) => console[turn % console.length]!)
  yield figure(
    'cities console pages',
    await timed(asked.map((path) => () => page(hostOf(7), path, cookie))),
    { limit: 200 },
  )
}

const consolePages = [
  '',
  '/reglages/regles',
  '/reglages/identite',
  '/brouillon',
  '/versions',
  '/journal',
  '/apparence',
  '/atelier',
]

function cityNumber(at: number): Tenant {
  const model = shippedCities.find(({ hosts }) => hosts.shared)!
  return { ...model, id: `ville-${at}`, hosts: { shared: hostOf(at), aliases: [] } }
}

/** Forty-nine versions more of each city, one population after the other; the last is in force. */
async function publishOften(cities: Tenant[]): Promise<void> {
  const url = process.env.OWNER_DATABASE_URL!
  await asOperator(url, async (operator) => {
    for (const city of cities) await publishMore(operator, city)
  })
  const owner = connectAsOwner(url)
  await owner`vacuum analyze tenant_versions`
  await owner.end()
}

function publishMore({ inCity }: Operator, city: Tenant) {
  return inCity(city, async (db) => {
    await db.execute(sql`
      insert into tenant_versions (version, settings, digest, author, published_at)
      select n, jsonb_set(settings, '{population}', to_jsonb(${city.population}::int + n)), digest || n, 'bench', now()
      from tenant_versions, generate_series(2, ${versionsEach}::int) n where version = 1`)
    await moveHead(db, city, versionsEach)
  })
}

async function lookups() {
  const hosts = Array.from({ length: 20_000 }, (_, at) => hostOf((at * 7919) % 250))
  for (const host of new Set(hosts)) await siteForHost(host)
  const began = performance.now()
  let allFound = true
  for (const host of hosts) allFound = (await siteForHost(host))?.host.host === host && allFound
  const mean = (performance.now() - began) / hosts.length
  return {
    name: 'cities',
    value: rounded(mean, 5),
    unit: 'ms a host',
    cities: citiesMade,
    versions: citiesMade * versionsEach,
    checks: { under0_1: mean < 0.1, allFound },
  }
}

async function timed(asks: (() => Promise<{ status: number }>)[]) {
  const taken: number[] = []
  let allOk = true
  for (const one of asks) {
    const began = performance.now()
    allOk = (await one()).status === 200 && allOk
    taken.push(performance.now() - began)
  }
  return { taken: taken.sort((one, other) => one - other), allOk }
}

function figure(
  name: string,
  { taken, allOk }: Awaited<ReturnType<typeof timed>>,
  { limit }: { limit: number },
) {
  const [p50, p95, p99] = [percentile(taken, 0.5), percentile(taken, 0.95), percentile(taken, 0.99)]
  return {
    name,
    value: rounded(p50),
    unit: 'ms',
    p50_ms: rounded(p50),
    p95_ms: rounded(p95),
    p99_ms: rounded(p99),
    checks: { allOk, [`p95Under${limit}`]: p95 < limit },
  }
}

/** Somebody who owns the city, signed in: the cookie their browser sends. */
async function anOwner(city: Tenant): Promise<string> {
  const [personId, sessionId, now] = [randomUUID(), randomUUID(), Date.now()]
  const expiresAt = new Date(now + 3_600_000)
  await inTenant(city, async (db) => {
    await db.insert(people).values({ id: personId, name: 'Awa', locale: 'fr', assurance: 'A2' })
    await db.insert(sessions).values({ id: sessionId, personId, startedAt: new Date(now), expiresAt })
    await db.insert(grants).values({ personId, role: 'owner', startsAt: new Date(now - 60_000) })
  })
  const { sessionEpoch } = (await siteForHost(city.hosts.shared!))!
  return `${sessionCookieName()}=${signSession(city.id, sessionEpoch, { sessionId, personId, expiresAt })}`
}

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { seedCities } from '@/lib/tenancy/seed'
import { refreshRegistry } from '@/lib/tenancy/registry'
import { percentile, rounded } from './figures'
import { host, largeCity as city } from './large-city'
import { ask } from './load'
import { type RunningServer, withServer } from './server'

const obligationsMade = 10_000
const atOnce = 250

/** The page of engagements of a city that owes or owed ten thousand answers, never twice the same address. */
export default () => withServer(measure)

async function* measure(server: RunningServer) {
  await seedCities(process.env.OWNER_DATABASE_URL!, new Date(), [city])
  await refreshRegistry()
  await fill()
  const paths = addresses().map((query) => `/decider/engagements${query}`)
  while ((await open(server.port, '/decider/engagements')) !== 200) await pause(100)
  for (const path of paths.slice(0, 20)) await open(server.port, path)
  const taken: number[] = []
  let allOk = true
  for (const path of paths.slice(20)) {
    const began = performance.now()
    allOk = (await open(server.port, path)) === 200 && allOk
    taken.push(performance.now() - began)
  }
  const sorted = taken.toSorted((one, other) => one - other)
  const p50 = percentile(sorted, 0.5)
  yield {
    name: 'engagements',
    value: rounded(p50),
    unit: 'ms',
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(sorted, 0.95)),
    p99_ms: rounded(percentile(sorted, 0.99)),
    checks: { allOk, p50Under100: p50 < 100 },
  }
}

/** Imported ideas, since what was elsewhere keeps its states: four duties each, one in three still owed. */
async function fill(): Promise<void> {
  const places = city.territory.districts.map(({ code }) => code)
  const services = city.departments.map(({ id }) => id)
  for (let from = 0; from < obligationsMade / 4; from += atOnce)
    await inTenant(city, (db) =>
      db.execute(sql`
      with made as (
        insert into ideas (slug, title, body, locale, publication, collection, created_at, changed_at, published_at,
          origin, origin_id, district_code, time_zone, support_count, threshold)
        select 'engagement-' || n, 'Une demande à laquelle la ville répond ' || n, repeat('Texte. ', 40), 'fr', 'published',
          'closed', now(), now(), now() - interval '1 year', 'bench', n::text, ${one(places)}, 'Europe/Paris', 1500, 1500
        from generate_series(${from + 1}::int, ${from + atOnce}::int) n
        returning id, district_code, origin_id::int as n
      )
      insert into obligations (idea_id, kind, department_id, district_code, owed_since, due_at, met_at)
      select id, kind, ${one(services)}, district_code, due - interval '90 days', due,
        case when n % 3 > 0 then due + interval '1 day' * (n % 11 - 8) end
      from made, unnest(array['acknowledge', 'name_instructor', 'admissibility', 'opinion']) kind,
        lateral (select now() + interval '1 hour' * (n % 4000 - 2000) as due) dated`),
    )
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`vacuum analyze ideas, obligations`
  await owner.end()
}

function one(values: string[]) {
  const list = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
  return sql`(array[${list}]::text[])[1 + n % ${values.length}::int]`
}

function addresses(): string[] {
  const states = ['', 'etat=en-retard&', 'etat=a-venir&', 'etat=a-temps&etat=avec-retard&']
  return city.territory.districts.flatMap(({ code }) =>
    states.flatMap((state) => [
      `?${state}district=${code}`,
      `?${state}district=${code}&service=${city.departments[0]!.id}`,
      `?${state}district=${code}&nature=avis`,
    ]),
  )
}

async function open(port: number, path: string): Promise<number> {
  const { status } = await ask({ port, path, headers: { host: `${host}:${port}` } })
  return status
}

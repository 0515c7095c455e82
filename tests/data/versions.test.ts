import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cities, hosts, ideas, journal, people, ruleSets, supports, tenantVersions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator } from '@/lib/db/operator'
import { apply } from '@/lib/cli/tenant/work'
import { rulesInForce } from '@/lib/rules/queries'
import { plantCity } from '@/lib/tenancy/demo/commands'
import { seedCities } from '@/lib/tenancy/seed'
import { type Publication, publishSettings } from '@/lib/tenancy/versions/commands'
import { listVersions } from '@/lib/tenancy/versions/queries'
import { belleville } from '@/tenants/belleville'
import { demos } from '@/tenants/demo'
import { Tenant } from '@/tenants/tenant'

const now = new Date('2026-11-21T12:00:00Z')
const owner = () => process.env.OWNER_DATABASE_URL!
let made = 0

/** A city of this test alone. */
function aCity(change: object = {}): Tenant {
  const id = `v${process.pid}-${++made}`
  const hosts = { shared: `${id}.localhost`, aliases: [] }
  return Tenant.parse({ ...structuredClone(belleville), id, hosts, ...change })
}

const publish = (tenant: Tenant, change: Partial<Publication> = {}) =>
  asOperator(owner(), ({ inCity }) =>
    inCity(tenant, (db) =>
      publishSettings(db, {
        tenant,
        base: null,
        author: 'seed',
        note: null,
        reason: 'first_rules',
        now,
        ...change,
      }),
    ),
  )

test('a new city is registered with its hosts, its first version and its first rules', async () => {
  const city = aCity()
  expect(await publish(city)).toEqual({ ok: true, value: { version: 1, newRules: true } })
  const [row] = await inTenant(city, (db) => db.select().from(cities).where(eq(cities.id, city.id)))
  expect(row).toMatchObject({ publishedVersion: 1, status: 'active' })
  expect(await inTenant(city, rulesInForce)).toMatchObject({ version: 1, threshold: 100, rules: city.ideas })
})

test('a change of colour makes a version and leaves the rules alone; a change of rules makes both', async () => {
  const city = aCity()
  await publish(city)
  const blue = { ...city, theme: { ...city.theme, brand: '#1b4d89' } }
  expect(await publish(blue, { base: 1 })).toEqual({ ok: true, value: { version: 2, newRules: false } })
  const higher = { ...blue, ideas: { ...blue.ideas, threshold: { mode: 'absolute' as const, value: 120 } } }
  expect(await publish(higher, { base: 2, reason: 'Plus haut' })).toEqual({
    ok: true,
    value: { version: 3, newRules: true },
  })
  expect(await inTenant(city, rulesInForce)).toMatchObject({
    version: 2,
    threshold: 120,
    reason: 'Plus haut',
  })
})

test('who publishes from an older version is told, and nothing is written', async () => {
  const city = aCity()
  await publish(city)
  await publish({ ...city, population: 9000 }, { base: 1 })
  expect(await publish({ ...city, population: 9100 }, { base: 1 })).toEqual({
    ok: false,
    refusal: 'published_meanwhile',
  })
  expect(await inTenant(city, (db) => db.$count(tenantVersions))).toBe(2)
})

test('two who publish at once do not both succeed', async () => {
  const city = aCity()
  await publish(city)
  const outcomes = await Promise.all(
    [9001, 9002, 9003].map((population) => publish({ ...city, population }, { base: 1 })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the same settings again are nothing new', async () => {
  const city = aCity()
  await publish(city)
  expect(await publish(city, { base: 1 })).toEqual({ ok: false, refusal: 'nothing_new' })
})

test('a host that is another city’s cannot be taken', async () => {
  const city = aCity({ hosts: { shared: 'belleville.localhost', aliases: [] } })
  expect(await publish(city)).toEqual({ ok: false, refusal: 'host_of_another_city' })
})

test('a host that is given up is served no more, and is nobody else’s for thirty days', async () => {
  const city = aCity()
  await publish(city)
  await publish({ ...city, hosts: { shared: `new-${city.id}.localhost`, aliases: [] } }, { base: 1 })
  const rows = await inTenant(city, (db) => db.select().from(hosts).where(eq(hosts.cityId, city.id)))
  const served = rows.filter(({ status }) => status !== 'detached')
  expect(served.map(({ host }) => host)).toEqual([`new-${city.id}.localhost`])
  const taker = aCity({ hosts: { shared: `${city.id}.localhost`, aliases: [] } })
  expect(await publish(taker, { base: null })).toEqual({ ok: false, refusal: 'host_of_another_city' })
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`update registry.hosts set detached_at = now() - interval '31 days' where host = ${`${city.id}.localhost`}`
  await owner.end()
  expect((await publish(taker, { base: null })).ok).toBe(true)
})

test('versions and rules can be added and never rewritten, by the application or the operator', async () => {
  const rewriting = (db: Parameters<Parameters<typeof inTenant>[1]>[0]) =>
    db.update(ruleSets).set({ reason: 'other' })
  await expect(inTenant(belleville, rewriting)).rejects.toThrow()
  await expect(asOperator(owner(), ({ inCity }) => inCity(belleville, rewriting))).rejects.toThrow()
})

test('another city’s versions are not there, even for the operator', async () => {
  const city = aCity()
  await publish(city)
  const seen = await asOperator(owner(), ({ inCity }) =>
    inCity(city, (db) => db.select().from(tenantVersions)),
  )
  expect(seen).toHaveLength(1)
})

test('seeding again founds nothing and overrides nothing', async () => {
  const [before] = await inTenant(belleville, (db) =>
    db.select().from(cities).where(eq(cities.id, 'belleville')),
  )
  expect(await seedCities(owner(), now)).toEqual([])
  const [after] = await inTenant(belleville, (db) =>
    db.select().from(cities).where(eq(cities.id, 'belleville')),
  )
  expect(after).toEqual(before)
})

test('the application cannot write the registry', async () => {
  const seizing = inTenant(belleville, (db) => db.update(hosts).set({ cityId: 'belleville' }))
  await expect(seizing).rejects.toThrow()
})

test('a demo is planted once, with a row for every support it counts and an entry for every right it shows', async () => {
  const city = aCity()
  await publish(city)
  const plant = () =>
    asOperator(owner(), ({ inCity }) =>
      inCity(city, (db) => plantCity(db, { tenant: city, demo: demos.belleville!, actorIds: [], now })),
    )
  expect(await plant()).toMatchObject({ ideas: demos.belleville!.ideas.length })
  expect(await plant()).toBeNull()

  await inTenant(city, async (db) => {
    const rows = sql<number>`(select count(*)::int from supports where idea_id = ${ideas.id} and state = 'counted')`
    const counted = await db.select({ kept: ideas.supportCount, rows }).from(ideas)
    for (const { kept, rows } of counted) expect(rows).toBe(kept)
    expect(await db.$count(supports)).toBeGreaterThan(900)
    expect(await db.$count(people)).toBeGreaterThan(Math.max(...counted.map(({ kept }) => kept)))

    const reached = await db.$count(ideas, isNotNull(ideas.reachedAt))
    const due = demos.belleville!.ideas.filter(({ stage }) => stage === 'reached' || stage === 'certified')
    expect(reached).toBe(due.length)
    expect(await db.$count(journal, eq(journal.kind, 'threshold_reached'))).toBe(reached)
    const late = and(eq(ideas.collection, 'open'), sql`deadline_at <= ${now.toISOString()}::timestamptz`)
    expect(await db.$count(ideas, late)).toBe(0)
  })
})

test('applying a file leaves what the console decided, and refuses what would orphan ideas or cannot be read', async () => {
  const city = aCity()
  await publish(city)
  const repainted = { ...city, theme: { ...city.theme, brand: '#1b4d89' } }
  await publish(repainted, { base: 1, author: 'person:7' })
  const choices = { note: null, reason: null, force: [], author: 'git:abc', now }
  const applied = (wanted: Tenant, change = {}) =>
    asOperator(owner(), (operator) => apply(operator, wanted, { ...choices, ...change }))

  await applied({ ...city, population: 9100 })
  expect(await inForce(city)).toMatchObject({ population: 9100, theme: { brand: '#1b4d89' } })

  await applied({ ...city, population: 9100 }, { force: ['theme.brand'] })
  expect(await inForce(city)).toMatchObject({ theme: { brand: city.theme.brand } })

  const higher = { ...city, population: 9100, ideas: { ...city.ideas, answerMonths: 3 } }
  await expect(applied(higher)).rejects.toThrow('--reason')
  await applied(higher, { reason: 'Le temps de bien répondre' })
  expect(await inTenant(city, rulesInForce)).toMatchObject({
    version: 2,
    reason: 'Le temps de bien répondre',
  })

  const yellow = { ...higher, theme: { ...higher.theme, brand: '#ffe000' } }
  await expect(applied(yellow)).rejects.toThrow('contrast')

  await asOperator(owner(), ({ inCity }) =>
    inCity(city, (db) => plantCity(db, { tenant: city, demo: demos.belleville!, actorIds: [], now })),
  )
  const [gone, ...themes] = higher.themes
  await expect(applied({ ...higher, themes })).rejects.toThrow(`${gone!.id} cannot be removed`)
})

async function inForce(city: Tenant) {
  const versions = await inTenant(city, listVersions)
  return versions.at(-1)!.settings
}

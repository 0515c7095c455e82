import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cities, hosts, ruleSets, tenantVersions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator } from '@/lib/db/operator'
import { rulesInForce } from '@/lib/rules/queries'
import { belleville } from '@/tenants/belleville'
import { owner, aCity, publish } from '../support/new-cities'

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

test('edge 71: who publishes from an older version is told, and nothing is written', async () => {
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

test('edge 66: a host that is given up is served no more, and is nobody else’s for thirty days', async () => {
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

test('the application cannot write the registry', async () => {
  const seizing = inTenant(belleville, (db) => db.update(hosts).set({ cityId: 'belleville' }))
  await expect(seizing).rejects.toThrow()
})

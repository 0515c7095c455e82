import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cities, ideas, journal, people, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { apply } from '@/lib/cli/tenant/work'
import { rulesInForce } from '@/lib/rules/queries'
import { plantCity } from '@/lib/tenancy/demo/commands'
import { seedCities } from '@/lib/tenancy/seed'
import { listVersions } from '@/lib/tenancy/versions/queries'
import { belleville } from '@/tenants/belleville'
import { demos } from '@/tenants/demo'
import { Tenant } from '@/tenants/tenant'
import { now, owner, aCity, publish } from '../support/new-cities'

async function inForce(city: Tenant) {
  const versions = await inTenant(city, listVersions)
  return versions.at(-1)!.settings
}

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

    const signed = await db
      .select({ at: journal.at, publishedAt: ideas.publishedAt, suspendedAt: ideas.suspendedAt })
      .from(journal)
      .innerJoin(ideas, eq(ideas.id, journal.aboutId))
      .where(eq(journal.kind, 'sheet_counted'))
    expect(signed).toHaveLength(2)
    for (const { at, publishedAt, suspendedAt } of signed)
      expect(publishedAt! < at && at < (suspendedAt ?? now)).toBe(true)

    const reached = await db.$count(ideas, isNotNull(ideas.reachedAt))
    const due = demos.belleville!.ideas.filter(({ stage }) => stage === 'reached' || stage === 'certified')
    expect(reached).toBe(due.length)
    expect(await db.$count(journal, eq(journal.kind, 'threshold_reached'))).toBe(reached)
    const late = and(eq(ideas.collection, 'open'), sql`deadline_at <= ${now.toISOString()}::timestamptz`)
    expect(await db.$count(ideas, late)).toBe(0)
  })
})

test('a demo city that was erased is not planted again', async () => {
  const erased = aCity()
  const planted = await asOperator(owner(), ({ inCity }) =>
    inCity(erased, (db) => plantCity(db, { tenant: erased, demo: demos.belleville!, actorIds: [], now })),
  )
  expect(planted).toBeNull()
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

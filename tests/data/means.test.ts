import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { auditEvents } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { listCitiesFor } from '@/lib/operator/cities/queries'
import type { ListedCity } from '@/lib/operator/cities/rules'
import { setMeans } from '@/lib/operator/means/commands'
import { NewMeans } from '@/lib/operator/means/input'
import { problemsOf } from '@/lib/tenancy/drafts/queries'
import { findMeans } from '@/lib/tenancy/means/queries'
import { levelOf, moduleKeys, withheldProblems } from '@/lib/tenancy/means/rules'
import { settingAt } from '@/tenants/settings'
import { aCity, now, publish } from '../support/new-cities'
import { anIdea } from '../support/factories'

const door = operatorDoor()
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

const said = (form: object) =>
  NewMeans.parse({ allowed: ['modules.ideas', 'modules.agir'], storage: '', letters: '', ideas: '', ...form })

test.each([
  [79, 'fine'],
  [80, 'near'],
  [99, 'near'],
  [100, 'over'],
  [140, 'over'],
] as const)('%i of a hundred is %s', (used, level) => {
  expect([levelOf(used, 100), levelOf(used, undefined)]).toEqual([level, 'fine'])
})

test('a measure that is passed is told to both and stops nobody', async () => {
  const city = aCity()
  await publish(city)
  const means = { ...said({ city: city.id, ideas: '2' }), byEmail: 'op@test.example', now }
  expect(await setMeans(door, means)).toMatchObject({ ok: true })
  for (let made = 0; made < 3; made++) await anIdea(city, { publishedAt: now })
  expect((await findMeans(city, now)).uses).toContainEqual({
    name: 'ideas',
    used: 3,
    quota: 2,
    level: 'over',
  })
  const nextYear = new Date(now.getTime() + 366 * 86_400_000)
  expect((await findMeans(city, nextYear)).uses).toContainEqual({
    name: 'ideas',
    used: 0,
    quota: 2,
    level: 'fine',
  })
  const told = await inTenant(city, (db) =>
    db.select().from(auditEvents).where(eq(auditEvents.action, 'city.means')),
  )
  expect(told).toMatchObject([{ actorKind: 'operator', actorName: 'op@test.example' }])
})

async function listed(id: string, page = 1): Promise<ListedCity> {
  const { cities } = await listCitiesFor(page, now)
  return (
    cities.find((city) => city.id === id) ?? (cities.length > 0 ? listed(id, page + 1) : Promise.reject(id))
  )
}

test('the list of cities warns of those that use what was planned', async () => {
  const city = aCity()
  await publish(city)
  await setMeans(door, { ...said({ city: city.id, ideas: '1' }), byEmail: 'op@test.example', now })
  await anIdea(city, { publishedAt: now })
  const found = await listed(city.id)
  expect(found.uses.map(({ name, level }) => `${name} ${level}`)).toContain('ideas over')
})

test('a module that is withheld cannot be switched on, and goes on where it is', async () => {
  const off = { modules: { ideas: true, consultations: true, agir: false }, embedding: false }
  const city = aCity(off)
  await publish(city)
  const on = { ...city, modules: { ideas: true, consultations: true, agir: true }, embedding: true }
  const problems = (before: typeof city, after: typeof city) =>
    inTenant(city, (db) => problemsOf(db, before, after))
  expect(await problems(city, on)).toEqual([])
  await setMeans(door, {
    ...said({ city: city.id, allowed: 'modules.ideas' }),
    byEmail: 'op@test.example',
    now,
  })
  expect(await problems(city, on)).toEqual([
    { at: 'modules.agir', code: 'not_allowed' },
    { at: 'embedding', code: 'not_allowed' },
  ])
  expect(moduleKeys.map((key) => settingAt(key)?.group)).toEqual(Array(4).fill('modules'))
  expect(await problems(on, on)).toEqual([])
  expect(withheldProblems(city, on, ['modules.gone'])).toEqual([])
})

test.each(['-1', '0', '1e9', 'dix', '1 000 000 000 000'])('%s is no measure', (written) => {
  expect(
    NewMeans.safeParse({ city: 'x', allowed: [], storage: written, letters: '', ideas: '' }).success,
  ).toBe(false)
})

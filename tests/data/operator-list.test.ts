import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { grants, hosts, letters } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { listCitiesFor, type Sought } from '@/lib/operator/cities/queries'
import { findCall, listCalls } from '@/lib/operator/help/queries'
import { plantTickets } from '@/lib/tenancy/demo/platform/commands'
import { firstBroken } from '@/lib/tenancy/audit/queries'
import { platform } from '@/tenants/platform'
import { aPerson } from '../support/factories'
import { aCity, now, publish } from '../support/new-cities'

const door = operatorDoor()
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

async function aNewCity() {
  const city = aCity()
  await publish(city)
  return city
}
const found = async (sought: Sought) => {
  const { cities, count } = await listCitiesFor(1, now, sought)
  return { ids: cities.map(({ id }) => id), count }
}

test('a city is found among hundreds by its name, by its address and by its state', async () => {
  const { id } = await aNewCity()
  const it = { ids: [id], count: 1 }
  expect(await found({ name: id.toUpperCase() })).toEqual(it)
  expect(await found({ name: `${id}.localhost` })).toEqual(it)
  expect(await found({ name: id, status: 'active' })).toEqual(it)
  expect(await found({ name: id, status: 'suspended' })).toEqual({ ids: [], count: 0 })
  expect(await found({ name: `${id}%` })).toEqual(it)
  expect(await found({ name: '%' })).toEqual({ ids: [], count: 0 })
})

test('the list says whose letters fail and whose addresses do not answer, and shows nobody’s mailbox', async () => {
  const city = await aNewCity()
  const [listed] = (await listCitiesFor(1, now, { name: city.id })).cities
  expect(listed).toMatchObject({ lettersFailed: 0, lastError: null, hosts: [{ status: 'active' }] })
  const lastError = '550 5.1.1 <karim@exemple.fr> no such mailbox'
  const personId = await aPerson(city)
  const failed = { kind: 'notices', locale: 'fr', state: 'failed', priority: 1, endedAt: now } as const
  await inTenant(city, (db) =>
    db.insert(letters).values({ ...failed, key: randomUUID(), personId, lastError }),
  )
  await door.inRegistry((db) => db.update(hosts).set({ status: 'failing' }).where(eq(hosts.cityId, city.id)))
  const [after] = (await listCitiesFor(1, now, { name: city.id })).cities
  expect(after).toMatchObject({ lettersFailed: 1, hosts: [{ status: 'failing' }] })
  expect(after!.lastError).toEqual({ text: '550 5.1.1 <•••> no such mailbox', at: now })
})

test('the tickets of a demo are found by the operator, with what was looked at, in a chain that holds', async () => {
  const city = await aNewCity()
  const { tickets } = platform.cities.belleville!
  const plant = () =>
    door.inCity(city, (db) => plantTickets(db, tickets, { byEmail: 'op@test.example', now }))
  await plant()
  expect((await listCalls()).filter(({ cityId }) => cityId === city.id)).toEqual([])
  const personId = await aPerson(city)
  await inTenant(city, (db) => db.insert(grants).values({ personId, role: 'owner', startsAt: now }))
  await plant()
  const call = (await listCalls()).find(({ cityId }) => cityId === city.id)
  expect(call).toMatchObject({ subject: tickets[0]!.subject, lastBy: 'operator' })
  const ticket = await findCall(city.id, call!.ticketId)
  expect(ticket!.messages.map(({ body }) => body)).toEqual(tickets[0]!.said.map(({ body }) => body))
  expect(ticket!.visits).toHaveLength(tickets[0]!.access!.seen.length)
  expect(await inTenant(city, firstBroken)).toBeNull()
})

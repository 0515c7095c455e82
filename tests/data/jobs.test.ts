import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letters, settingsDrafts } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { isDue } from '@/lib/jobs/due'
import { crontab, jobs, onceForAll } from '@/lib/jobs/registry'
import { sentinel } from '@/lib/jobs/sentinel'
import { anIdea, paris } from '../support/factories'
import { aCity, now, publish } from '../support/new-cities'

let owner: postgres.Sql
beforeAll(() => void (owner = postgres(process.env.OWNER_DATABASE_URL!, { max: 1, onnotice: () => {} })))
afterAll(() => owner.end())

type Row = { key: string; payload: Record<string, unknown>; locked_by: string | null }
const asked = (key: string) =>
  owner<Row[]>`select key, payload, locked_by from graphile_worker._private_jobs where key like ${`%${key}`}`

/** Work that nobody does while this is running: no worker is. */
async function someWork() {
  const key = randomUUID()
  await inTenant(paris, (db) => enqueue(db, 'people.tidy', { about: key }, key))
  return key
}

test('work asked for in a transaction that fails was never asked for', async () => {
  const key = randomUUID()
  const failing = inTenant(paris, async (db) => {
    await enqueue(db, 'people.tidy', {}, key)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await asked(key)).toHaveLength(0)
})

test('work is its city’s, whatever it says of itself, and asked for twice is done once', async () => {
  const key = randomUUID()
  for (const _time of [1, 2])
    await inTenant(paris, (db) => enqueue(db, 'people.tidy', { tenant: 'marsa' }, key))
  const rows = await asked(key)
  expect(rows.map(({ payload }) => payload)).toEqual([{ tenant: 'paris' }])
})

test('the application cannot ask for work behind the city’s back', async () => {
  const around = inTenant(paris, (db) =>
    db.execute(sql`select graphile_worker.add_job('people.tidy', '{"tenant":"marsa"}')`),
  )
  await expect(around).rejects.toThrow()
})

test('work dropped by a worker that was killed is given back, work of a living one is not', async () => {
  const [dropped, held] = [await someWork(), await someWork()]
  const [dead, alive] = [`worker-${randomUUID()}`, `worker-${randomUUID()}`]
  const living = new EventEmitter()
  const watch = await sentinel(process.env.OWNER_DATABASE_URL!, living)
  living.emit('pool:create', { workerPool: { id: alive } })
  await new Promise((later) => setTimeout(later, 200))
  for (const [key, worker] of [
    [dropped, dead],
    [held, alive],
  ] as const) {
    await owner`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() where key like ${`%${key}`}`
  }
  const other = await sentinel(process.env.OWNER_DATABASE_URL!, new EventEmitter())
  expect((await asked(dropped))[0]?.locked_by).toBeNull()
  expect((await asked(held))[0]?.locked_by).toBe(alive)
  await Promise.all([watch.release(), other.release()])
})

test('whatever is done by the clock is a kind of work there is', () => {
  for (const [when, task] of crontab) {
    expect(when).toMatch(/^(\S+ ){4}\S+$/)
    expect(Object.keys(jobs)).toContain(task)
  }
  for (const [task, { when }] of Object.entries(onceForAll)) {
    expect(when).toMatch(/^(\S+ ){4}\S+$/)
    expect(Object.keys(jobs)).not.toContain(task)
  }
})

test('each minute a city is left alone where nothing has come due', async () => {
  const city = aCity()
  await publish(city)
  const minutely = ['collection.tidy', 'letters.carry', 'settings.publish_planned'] as const
  const due = () => Promise.all(minutely.map((task) => isDue(city, task, new Date())))
  await anIdea(city)
  expect(await due()).toEqual([false, false, false])
  await anIdea(city, { deadlineAt: new Date(Date.now() - 120_000) })
  const key = randomUUID()
  await inTenant(city, (db) =>
    db
      .insert(letters)
      .values({ key, kind: 'sign_in_link', address: 'a@ville.test', locale: 'fr', queuedAt: now }),
  )
  const day = { baseVersion: 1, settings: city, status: 'scheduled', publishAt: now, changedAt: now } as const
  await inTenant(city, (db) => db.insert(settingsDrafts).values({ ...day, createdAt: now }))
  expect(await due()).toEqual([true, true, true])
  await jobs['collection.tidy']({}, { tenant: city, now: new Date() })
  expect(await isDue(city, 'collection.tidy', new Date())).toBe(false)
  expect(await isDue(city, 'people.tidy', new Date())).toBe(true)
})

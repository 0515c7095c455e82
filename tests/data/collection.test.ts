import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, scopeKeys } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { certifyIdeas, destroyOldKeys, expireIdeas } from '@/lib/ideas/collection/commands'
import { anIdea, belleville, paris } from '../support/factories'

const minute = 60_000
const ago = (minutes: number) => new Date(Date.now() - minutes * minute)
const read = (city: { id: string }, id: string) =>
  inTenant(city, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
const told = (id: string, kind: string) =>
  inTenant(paris, (db) => db.$count(journal, and(eq(journal.aboutId, id), eq(journal.kind, kind))))

test('a collection is said to be over a minute after its deadline, once, with its last count', async () => {
  const past = await anIdea(paris, { deadlineAt: ago(2), supportCount: 12 })
  const justNow = await anIdea(paris, { deadlineAt: ago(0.5) })
  const reached = await anIdea(paris, { deadlineAt: ago(2), collection: 'reached', reachedAt: ago(5) })
  await expireIdeas(paris)
  await expireIdeas(paris)
  expect(await read(paris, past.id)).toMatchObject({ collection: 'expired', expiredAt: expect.any(Date) })
  expect(await told(past.id, 'expired')).toBe(1)
  expect((await read(paris, justNow.id)).collection).toBe('open')
  expect((await read(paris, reached.id)).collection).toBe('reached')
})

test('a right is certified when the days set for checking are over and none is in doubt', async () => {
  const old = { collection: 'reached', reachedAt: ago(60 * 24 * 9) } as const
  const checked = await anIdea(paris, old)
  const doubted = await anIdea(paris, { ...old, heldCount: 1 })
  const recent = await anIdea(paris, { collection: 'reached', reachedAt: ago(60 * 24 * 6) })
  await certifyIdeas(paris)
  await certifyIdeas(paris)
  expect(await read(paris, checked.id)).toMatchObject({
    collection: 'certified',
    certifiedAt: expect.any(Date),
  })
  expect(await told(checked.id, 'threshold_certified')).toBe(1)
  expect((await read(paris, doubted.id)).collection).toBe('reached')
  expect((await read(paris, recent.id)).collection).toBe('reached')
})

test('another city’s collections are left alone', async () => {
  const past = await anIdea(belleville, { deadlineAt: ago(2) })
  await expireIdeas(paris)
  expect((await read(belleville, past.id)).collection).toBe('open')
})

test('six months after it ended the key of a collection is destroyed, and not a day before', async () => {
  const months = (count: number) => ago(count * 31 * 24 * 60)
  const [old, recent] = [
    await anIdea(paris, { deadlineAt: months(7) }),
    await anIdea(paris, { deadlineAt: months(5) }),
  ]
  await destroyOldKeys(paris, new Date())
  const keyOf = (id: string) =>
    inTenant(paris, async (db) => (await db.select().from(scopeKeys).where(eq(scopeKeys.ideaId, id)))[0]!)
  expect(await keyOf(old.id)).toMatchObject({ sealed: null, destroyedAt: expect.any(Date) })
  expect((await keyOf(recent.id)).sealed).not.toBeNull()
})

import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { record } from '@/lib/journal/commands'
import { applyChange } from '@/lib/ideas/changes/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { anIdea, belleville, paris, someoneSignedIn } from '../support/factories'
import { goes } from '../support/histories'

const now = new Date()
const inCity = <Result>(work: (db: Db) => Promise<Result>) => inTenant(paris, work)
const event = (kind: 'hidden' | 'expired' | 'deadline_prolonged', aboutId: string) =>
  ({ kind, aboutId, at: now, byId: null, byRole: 'moderator', visibility: 'public' }) as const
/** A check of the row comes through the query; one that waits for the end of the transaction comes by itself. */
const refusedBy =
  (constraint: string) =>
  (error: { constraint_name?: string; cause?: { constraint_name?: string } }): boolean =>
    (error.constraint_name ?? error.cause?.constraint_name) === constraint

test('the database refuses a change of state that leaves no event in the same transaction', async () => {
  const { id } = await anIdea(paris)
  const end = (db: Db) => db.update(ideas).set({ collection: 'expired' }).where(eq(ideas.id, id))
  await expect(inCity(end)).rejects.toSatisfy(refusedBy('ideas_change_as_written'))
  await inCity((db) => record(db, event('expired', id)))
  await expect(inCity(end)).rejects.toSatisfy(refusedBy('ideas_change_as_written'))
  await inCity(async (db) => {
    await end(db)
    await record(db, event('expired', id))
  })
  expect(await inCity((db) => db.$count(ideas, sql`id = ${id} and collection = 'expired'`))).toBe(1)
})

test('nor does an event of another kind, or about another idea, or one the table does not know', async () => {
  const [one, other] = [await anIdea(paris), await anIdea(paris, { collection: 'reached' })]
  const wrong = (id: string, to: string, told: 'hidden' | 'expired', aboutId = id) =>
    inCity(async (db) => {
      await db.execute(sql`update ideas set collection = ${to} where id = ${id}`)
      await record(db, event(told, aboutId))
    })
  const refused = refusedBy('ideas_change_as_written')
  await expect(wrong(one.id, 'expired', 'hidden')).rejects.toSatisfy(refused)
  await expect(wrong(one.id, 'expired', 'expired', other.id)).rejects.toSatisfy(refused)
  await expect(wrong(other.id, 'expired', 'expired')).rejects.toSatisfy(refused)
  await expect(wrong(other.id, 'open', 'expired')).rejects.toSatisfy(refused)
})

test('an idea does not begin as anything but a draft without what brought it there', async () => {
  const begun = (detail: Partial<typeof ideas.$inferInsert>, kinds: ('published' | 'threshold_reached')[]) =>
    inCity(async (db) => {
      const id = randomUUID()
      await db
        .insert(ideas)
        .values({ id, locale: 'fr', createdAt: now, changedAt: now, ...published(id), ...detail })
      for (const kind of kinds) await db.insert(journal).values({ ...event('hidden', id), kind })
      return id
    })
  const refused = refusedBy('ideas_begin_as_written')
  await expect(begun({}, [])).rejects.toSatisfy(refused)
  await expect(begun({ collection: 'reached' }, ['published'])).rejects.toSatisfy(refused)
  expect(await begun({ collection: 'reached' }, ['published', 'threshold_reached'])).toBeTruthy()
  expect(await begun({ origin: 'elsewhere', originId: randomUUID(), collection: 'closed' }, [])).toBeTruthy()
})

test('states that exclude each other are refused, whoever writes', async () => {
  const { id } = await anIdea(paris)
  const set = (what: Partial<typeof ideas.$inferInsert>) =>
    inCity((db) => db.update(ideas).set(what).where(eq(ideas.id, id)))
  await expect(set({ examination: 'study' })).rejects.toSatisfy(refusedBy('ideas_examined_once_reached'))
  await expect(set({ delivery: 'planned' })).rejects.toSatisfy(refusedBy('ideas_delivered_if_favourable'))
  await expect(set({ publication: 'draft' })).rejects.toSatisfy(refusedBy('ideas_collect_once_published'))
  await expect(set({ publication: 'merged' })).rejects.toSatisfy(refusedBy('ideas_merged_into_another'))
})

test('a deadline is never brought forward, and pushed back only in public', async () => {
  const deadlineAt = new Date(now.getTime() + 10 * 86_400_000)
  const { id } = await anIdea(paris, { deadlineAt })
  const move = (days: number, told: boolean) =>
    inCity(async (db) => {
      if (told) await record(db, event('deadline_prolonged', id))
      const moved = new Date(deadlineAt.getTime() + days * 86_400_000)
      await db.update(ideas).set({ deadlineAt: moved }).where(eq(ideas.id, id))
    })
  await expect(move(-1, true)).rejects.toSatisfy(refusedBy('ideas_deadline_never_earlier'))
  await expect(move(3, false)).rejects.toSatisfy(refusedBy('ideas_deadline_in_public'))
  await move(3, true)
})

test('the support that crosses explains itself, and one that does not cross needs no event', async () => {
  const { id } = await anIdea(paris, { threshold: 2 })
  for (const due of [false, true]) {
    const answer = await giveSupport({ tenant: paris, ideaId: id, ...(await someoneSignedIn(paris)) })
    expect(answer).toMatchObject({ status: 200, reached: due })
  }
})

test('a change the table does not know, or by someone it does not name, is not even tried', async () => {
  const { id } = await anIdea(paris)
  await expect(goes(paris, id, 'certify')).rejects.toThrow('certify: not from')
  await expect(
    inCity(async (db) => {
      const [idea] = await db.select().from(ideas).where(eq(ideas.id, id))
      await applyChange(db, idea!, 'hide', { byId: null, byRole: 'author', now })
    }),
  ).rejects.toThrow('hide: not by author')
})

test('an event of another city explains nothing here', async () => {
  const { id } = await anIdea(paris)
  await inTenant(belleville, (db) => record(db, event('hidden', id)))
  await expect(
    inCity((db) => db.update(ideas).set({ publication: 'hidden' }).where(eq(ideas.id, id))),
  ).rejects.toSatisfy(refusedBy('ideas_change_as_written'))
})

const published = (id: string) =>
  ({
    slug: `debut-${id}`,
    publication: 'published',
    collection: 'open',
    publishedAt: now,
    ruleVersion: 1,
    threshold: 10,
    deadlineAt: new Date(now.getTime() + 86_400_000),
  }) as const

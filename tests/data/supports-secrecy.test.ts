import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { people, rateLimits, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { aCrowd, anIdea, aSession, paris, someoneSignedIn } from '../support/factories'

const owner = postgres(process.env.OWNER_DATABASE_URL!, { max: 1 })
afterAll(() => owner.end())

test('no reference leads from a support to a person, nor to anything that leads to one but the idea', async () => {
  const rows = await owner`
    select confrelid::regclass::text as target from pg_constraint
    where conrelid = 'supports'::regclass and contype = 'f'`
  expect(rows.map(({ target }) => target)).toEqual(['ideas'])
})

test('a support keeps no time finer than a day, no address, nothing else but the merge it came by', async () => {
  const columns = await owner`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' and table_name = 'supports' order by 1`
  expect(Object.fromEntries(columns.map(({ name, type }) => [name, type]))).toEqual({
    asked_by: 'uuid',
    came_by: 'uuid',
    changed_on: 'date',
    changes: 'smallint',
    counted_on: 'date',
    held_before: 'boolean',
    idea_id: 'uuid',
    is_fresh: 'boolean',
    set_aside_by: 'uuid',
    state: 'text',
    tenant_id: 'text',
    voter_key: 'bytea',
  })
})

test('edge 78: with the whole database and the list of people, a support names nobody', async () => {
  const [idea, other] = [await anIdea(paris), await anIdea(paris)]
  const crowd = await aCrowd(paris, 3)
  for (const one of crowd) {
    await giveSupport({ tenant: paris, ideaId: idea.id, ...one })
    await giveSupport({ tenant: paris, ideaId: other.id, ...one })
  }
  const keysOf = (id: string) =>
    inTenant(paris, async (db) => {
      const rows = await db.select({ key: supports.voterKey }).from(supports).where(eq(supports.ideaId, id))
      return rows.map(({ key }) => key.toString('hex'))
    })
  const [here, there] = [await keysOf(idea.id), await keysOf(other.id)]
  expect(here).toHaveLength(3)
  expect(here.filter((key) => there.includes(key))).toEqual([])
  const guesses = await owner`
    select encode(sha256(convert_to(guess, 'UTF8')), 'hex') as hash
    from unnest(${crowd.flatMap(({ personId }) => [personId, personId + idea.id, idea.id + personId])}::text[]) guess`
  expect(guesses.filter(({ hash }) => here.includes(hash as string))).toEqual([])
  const paces = await inTenant(paris, (db) => db.select({ key: rateLimits.key }).from(rateLimits))
  expect(paces.filter(({ key }) => crowd.some(({ personId }) => key.includes(personId)))).toEqual([])
})

test('item 10: who deletes their account keeps being counted, and cannot be counted again as the same person', async () => {
  const idea = await anIdea(paris)
  const someone = await someoneSignedIn(paris)
  await giveSupport({ tenant: paris, ideaId: idea.id, ...someone })
  const isTheirs = eq(people.id, someone.personId)
  await inTenant(paris, (db) =>
    db
      .update(people)
      .set({ deletedAt: sql`now()`, name: null, email: null })
      .where(isTheirs),
  )
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...someone })).toEqual({ status: 401 })
  await inTenant(paris, (db) => db.update(people).set({ deletedAt: null }).where(isTheirs))
  const back = await aSession(paris, someone.personId)
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...back })).toMatchObject({
    count: 1,
    repeated: true,
  })
})

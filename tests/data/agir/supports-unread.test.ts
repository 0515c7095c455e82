import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { favourites } from '@/drizzle/schema'
import { listCandidates } from '@/lib/agir/calls/matching/queries'
import { suggestionsIn } from '@/lib/agir/suggestions/queries'
import { slots } from '@/lib/agir/volunteers/rules'
import { type Db, inTenant } from '@/lib/db'
import { aDate, anActivity } from '../../support/agir'
import { anIdea, aPerson } from '../../support/factories'
import { aCity } from '../../support/cities'
import { aCall, aVolunteer } from '../../support/volunteers'

const now = new Date('2026-11-21T12:00:00Z')

/** What tells what somebody thinks of an idea, whose it is, or that they follow it. */
const opinions = /support|scope_key|vote|ballot|opinion|comment|carrier|follow|^idea/

/** Every table that was looked at for it, by a function of the database or by a policy as well: each leaves its lock. */
async function tablesReadBy(city: { id: string }, work: (db: Db) => Promise<unknown>): Promise<string[]> {
  return inTenant(city, async (db) => {
    await work(db)
    const held = await db.execute<{ name: string }>(sql`
      select c.relname as name from pg_locks l join pg_class c on c.oid = l.relation
      where l.pid = pg_backend_pid() and l.locktype = 'relation' and c.relkind in ('r', 'p', 'v', 'm')
        and c.relnamespace <> 'pg_catalog'::regnamespace order by 1`)
    return held.map(({ name }) => name)
  })
}

test('a table that is read is seen to be, even behind a function', async () => {
  const city = await aCity()
  const idea = await anIdea(city)
  const read = await tablesReadBy(city, (db) => db.execute(sql`select count(*) from supports`))
  expect(read.filter((name) => opinions.test(name))).toEqual(['supports'])
  const behind = await tablesReadBy(city, (db) =>
    db.execute(sql`select * from app.similar_ideas(${`${idea.id} jardin`}, array['fr'], 5)`),
  )
  expect(behind.filter((name) => opinions.test(name))).toEqual(['idea_words'])
})

test('what somebody supports, follows or says of ideas is never read to suggest them something', async () => {
  const city = await aCity()
  const personId = await aPerson(city, { birthYear: 1990, suggestedSince: now })
  const kept = await anActivity(city, { themeIds: ['sport'] })
  await inTenant(city, (db) => db.insert(favourites).values({ personId, activityId: kept.id, since: now }))
  const other = await anActivity(city, { themeIds: ['sport'], title: 'Courir' })
  await aDate(city, other.id, new Date('2026-11-25T17:00:00Z'))
  const read = await tablesReadBy(city, async (db) => {
    const { suggestions } = await suggestionsIn(db, { personId, now, most: 12 })
    expect(suggestions.map(({ title }) => title)).toEqual(['Courir'])
  })
  expect(read).toEqual(expect.arrayContaining(['activities', 'favourites', 'interests', 'people']))
  expect(read.filter((name) => opinions.test(name))).toEqual([])
})

test('nor to choose whom a call of the city asks', async () => {
  const city = await aCity()
  const personId = await aVolunteer(city, await aPerson(city))
  const callId = await aCall(city)
  const need = { skills: [], language: null, minAge: 0, districtCode: null, slot: slots[0]! }
  const read = await tablesReadBy(city, async (db) => {
    const found = await listCandidates(db, city, { callId, need, now })
    expect(found.map((one) => one.personId)).toEqual([personId])
  })
  expect(read).toEqual(expect.arrayContaining(['call_answers', 'people', 'volunteers']))
  expect(read.filter((name) => opinions.test(name))).toEqual([])
})

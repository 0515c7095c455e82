import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { findOverview } from '@/lib/ideas/overview/queries'
import { anIdea, aPerson, belleville, paris } from '../support/factories'

// So far ahead that no other test's idea is still open then.
const now = new Date('2091-03-01T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('the home shows what is nearest to its goal by share, not by number', async () => {
  const halfway = await anIdea(paris, { supportCount: 500, threshold: 1000, deadlineAt: later(40) })
  const almost = await anIdea(paris, { supportCount: 98, threshold: 100, deadlineAt: later(50) })
  await anIdea(paris, { supportCount: 99, threshold: 100, deadlineAt: later(-1) })
  const { nearTheGoal } = await findOverview(paris, now)
  expect(nearTheGoal.map(({ id }) => id)).toEqual([almost.id, halfway.id])
})

test('what closes first comes first, and what is over is gone', async () => {
  const at = later(1000)
  const soon = (days: number) => new Date(at.getTime() + days * 86_400_000)
  const third = await anIdea(belleville, { deadlineAt: soon(3) })
  const first = await anIdea(belleville, { deadlineAt: soon(1) })
  await anIdea(belleville, { deadlineAt: at })
  const { closingSoon } = await findOverview(belleville, at)
  expect(closingSoon.map(({ id }) => id)).toEqual([first.id, third.id])
})

test('a right just acquired is shown, with its date', async () => {
  const reachedAt = later(0)
  const idea = await anIdea(paris, { collection: 'reached', reachedAt, countAtThreshold: 1500 })
  const { reached } = await findOverview(paris, now)
  expect(reached[0]).toMatchObject({ id: idea.id, reachedAt })
})

test('the figures move with what happens, in this city alone', async () => {
  const before = await findOverview(paris, now)
  await aPerson(paris)
  await anIdea(paris, { supportCount: 41, districtCode: '75116-test' })
  const after = await findOverview(paris, now)
  expect(after.figures.published).toBeGreaterThan(before.figures.published)
  expect(after.figures.supports).toBeGreaterThanOrEqual(before.figures.supports + 41)
  expect(after.figures.people).toBeGreaterThan(before.figures.people)
  const there = (found: typeof after) => found.districts.find(({ code }) => code === '75116-test')?.count ?? 0
  expect(there(after)).toBe(there(before) + 1)
  expect(there(await findOverview(belleville, now))).toBe(0)
})

test('neither the nearest nor the delivered are looked for in the whole table', async () => {
  const plans = await inTenant(paris, async (db) => {
    await db.execute(sql`set local enable_seqscan = off`)
    const nearest = await db.execute<{ 'QUERY PLAN': string }>(sql`
      explain select id from ideas where publication = 'published' and collection = 'open'
      order by support_count::float8 / threshold desc nulls last, id limit 3`)
    const delivered = await db.execute<{ 'QUERY PLAN': string }>(sql`
      explain select id from ideas where publication = 'published' and delivery = 'delivered'
      order by changed_at desc, id limit 3`)
    return [nearest, delivered].map((rows) => rows.map((row) => row['QUERY PLAN']).join('\n'))
  })
  expect(plans[0]).toMatch(/ideas_nearest/)
  expect(plans[1]).toMatch(/ideas_delivered/)
})

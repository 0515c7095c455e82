import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ideas, journal, supports } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { applyChange } from '@/lib/ideas/changes/commands'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import type { SupportAnswer } from '@/lib/ideas/supports/rules'
import { releaseTogether } from '../support/barrier'
import { aCrowd, anIdea, paris } from '../support/factories'

const collecting = {
  publication: 'published',
  collection: 'open',
  examination: 'none',
  delivery: 'none',
} as const
let owner: postgres.Sql

beforeAll(() => {
  owner = postgres(process.env.OWNER_DATABASE_URL!, { max: 2, onnotice: () => {} })
})
afterAll(() => owner.end())

async function ledger(db: Db, ideaId: string) {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
  const rows = await db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted')))
  const crossings = await db.$count(
    journal,
    and(eq(journal.aboutId, ideaId), eq(journal.kind, 'threshold_reached')),
  )
  return {
    rows,
    crossings,
    counter: idea!.supportCount,
    collection: idea!.collection,
    at: idea!.countAtThreshold,
  }
}
const ledgerOf = (ideaId: string) => inTenant(paris, (db) => ledger(db, ideaId))

test('edge 2: forty connections released at once with one support count it once', async () => {
  for (let round = 0; round < 3; round++) {
    const idea = await anIdea(paris)
    const [someone] = await aCrowd(paris, 1)
    const answers = await releaseTogether(owner, idea.id, someone!)
    expect(
      answers.every(({ counted, verdict }) => counted && (verdict === 'done' || verdict === 'same')),
    ).toBe(true)
    expect(await ledgerOf(idea.id)).toMatchObject({ rows: 1, counter: 1 })
  }
}, 60_000)

test('in a copy without its key, the barrier lets doubles through: they would be seen', async () => {
  const scratch = `scratch_${randomBytes(4).toString('hex')}`
  await owner`create schema ${owner(scratch)}`
  await owner`create table ${owner(scratch)}.supports (like public.supports including defaults)`
  await owner`grant usage on schema ${owner(scratch)} to parvis_app`
  await owner`grant select, insert, update on ${owner(scratch)}.supports to parvis_app`
  const idea = await anIdea(paris)
  const [someone] = await aCrowd(paris, 1)
  await releaseTogether(owner, idea.id, someone!, scratch)
  const [found] =
    await owner`select count(*)::int as rows from ${owner(scratch)}.supports where idea_id = ${idea.id}`
  await owner`drop schema ${owner(scratch)} cascade`
  expect(found!.rows).toBeGreaterThan(1)
}, 60_000)

test('edge 1: two thousand supports cross a threshold of 1,500 once, and each is counted', async () => {
  const idea = await anIdea(paris)
  const crowd = await aCrowd(paris, 2000)
  const answers = await Promise.all(
    crowd.map((one) => insist(() => giveSupport({ tenant: paris, ideaId: idea.id, ...one }))),
  )
  expect(tallyOf(answers)).toEqual({ 200: 2000 })
  expect(await ledgerOf(idea.id)).toEqual({
    rows: 2000,
    counter: 2000,
    crossings: 1,
    collection: 'reached',
    at: 1500,
  })
  const [event] = await inTenant(paris, (db) =>
    db
      .select({ id: journal.id })
      .from(journal)
      .where(and(eq(journal.aboutId, idea.id), eq(journal.kind, 'threshold_reached'))),
  )
  const key = `${paris.id}:letters.for_event:${event!.id}`
  const [letters] = await owner`select count(*)::int as asked from graphile_worker.jobs where key = ${key}`
  expect(letters!.asked).toBe(1)
})

test('twenty thousand supports and withdrawals over thirty ideas: counters are rows, each crosses once', async () => {
  const some = await Promise.all(Array.from({ length: 30 }, () => anIdea(paris, { threshold: 300 })))
  const crowd = await aCrowd(paris, 600)
  const asks = some.flatMap(({ id }) => crowd.map((one) => ({ tenant: paris, ideaId: id, ...one })))
  const given = await Promise.all(shuffled(asks).map((ask) => insist(() => giveSupport(ask))))
  const taken = await Promise.all(
    shuffled(asks)
      .slice(0, 2000)
      .map((ask) => insist(() => takeBackSupport(ask))),
  )
  expect([...given, ...taken].filter(({ status }) => status !== 200)).toEqual([])
  const ledgers = await Promise.all(some.map(({ id }) => ledgerOf(id)))
  expect(ledgers.filter(({ rows, counter }) => rows !== counter)).toEqual([])
  expect(ledgers.map(({ crossings }) => crossings)).toEqual(Array(30).fill(1))
  expect(ledgers.reduce((sum, { rows }) => sum + rows, 0)).toBe(18_000 - 2000)
}, 60_000)

test('item 5, edges 4, 5 and 70: a support that arrived in time and waits for a lock beyond the deadline counts; the next does not', async () => {
  const [early, late] = await aCrowd(paris, 2)
  const idea = await anIdea(paris, { deadlineAt: new Date(Date.now() + 700) })
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const locking = inTenant(paris, async (db) => {
    await db.execute(sql`select 1 from ideas where id = ${idea.id} for no key update`)
    await held
  })
  const waiting = giveSupport({ tenant: paris, ideaId: idea.id, ...early! })
  await new Promise((resolve) => setTimeout(resolve, 900))
  release()
  await locking
  expect(await waiting).toMatchObject({ status: 200, counted: true, count: 1 })
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...late! })).toEqual({
    status: 409,
    reason: 'closed',
  })
  expect(await ledgerOf(idea.id)).toMatchObject({ rows: 1, counter: 1 })
})

test('an idea closed while its supports are being written keeps none of them, and spoils no other', async () => {
  const crowd = await aCrowd(paris, 2)
  const [closing, open] = [await anIdea(paris), await anIdea(paris)]
  let asked: Promise<unknown[]> | undefined
  await inTenant(paris, async (db) => {
    await db.execute(sql`select 1 from ideas where id = ${closing.id} for no key update`)
    asked = Promise.all(
      [closing, open].map(({ id }, at) => giveSupport({ tenant: paris, ideaId: id, ...crowd[at]! })),
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const by = { byId: null, byRole: 'author', now: new Date() } as const
    await applyChange(db, { ...collecting, id: closing.id }, 'withdraw', by)
  })
  expect(await asked).toEqual([
    { status: 409, reason: 'closed' },
    expect.objectContaining({ status: 200, counted: true }),
  ])
  expect(await ledgerOf(closing.id)).toMatchObject({ rows: 0, counter: 0 })
  expect(await ledgerOf(open.id)).toMatchObject({ rows: 1, counter: 1 })
})

/** As a person would who is told that it is not known: asks again, which never counts twice. */
async function insist(ask: () => Promise<SupportAnswer>): Promise<SupportAnswer> {
  let answer = await ask()
  while (answer.status === 503) answer = await ask()
  return answer
}

function shuffled<One>(all: One[]): One[] {
  return all
    .map((one) => [Math.random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
}

function tallyOf(answers: SupportAnswer[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const answer of answers) tally[answer.status] = (tally[answer.status] ?? 0) + 1
  return tally
}

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { comments } from '@/drizzle/schema'
import { listComments, listLatestComments } from '@/lib/comments/open-data/queries'
import { readMark, writeMark } from '@/lib/comments/reading/input'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { type Order, orders, threadsAtOnce } from '@/lib/comments/reading/rules'
import { findDiscussedIdea } from '@/lib/comments/threads/queries'
import { inTenant } from '@/lib/db'
import { aPerson, anIdea, paris } from '../../support/factories'

type Row = Partial<typeof comments.$inferInsert>
const minute = 60_000
const start = Date.now() - 100 * minute

/** As many comments as there are details, one a minute. */
async function aDiscussion(details: Row[]) {
  const [idea, authorId] = [await anIdea(paris), await aPerson(paris)]
  const rows = details.map((detail, place) => ({
    id: randomUUID(),
    ideaId: idea.id,
    body: `Commentaire ${place}`,
    locale: 'fr',
    authorId,
    at: new Date(start + place * minute),
    editableUntil: new Date(start),
    ...detail,
  }))
  await inTenant(paris, (db) => db.insert(comments).values(rows))
  return { idea, ids: rows.map(({ id }) => id) }
}

async function readAll(ideaId: string, order: Order) {
  const seen: string[] = []
  for (let after = null as Parameters<typeof readDiscussion>[1]['after'], more = true; more;) {
    const read = await readDiscussion(paris, { ideaId, order, after })
    seen.push(...read.threads.map(({ id }) => id))
    after = read.next
    more = after !== null
  }
  return seen
}

test.each(Object.keys(orders) as Order[])('page by page, %s shows each thread once', async (order) => {
  const stances = ['for', 'against', 'question', 'neutral'] as const
  const { idea, ids } = await aDiscussion(
    Array.from({ length: 3 * threadsAtOnce + 5 }, (_, place) => ({
      stance: stances[place % 4]!,
      usefulCount: (place * 7) % 5,
      uselessCount: place % 3,
      at: new Date(start + Math.floor(place / 3) * minute),
    })),
  )
  const { best } = await readDiscussion(paris, { ideaId: idea.id, order, after: null })
  const apart = [best.for, best.against].flatMap((said) => said?.id ?? [])
  const seen = await readAll(idea.id, order)
  expect(new Set(seen).size).toBe(seen.length)
  expect([...seen, ...apart].sort()).toEqual(ids.sort())
})

test('the best of each side is on top, and sides take turns below', async () => {
  const { idea, ids } = await aDiscussion([
    { stance: 'for', usefulCount: 9 },
    { stance: 'for', usefulCount: 5 },
    { stance: 'for', usefulCount: 4 },
    { stance: 'against', usefulCount: 2 },
    { stance: 'against', usefulCount: 1 },
    { stance: 'question' },
  ])
  const { best, threads, counts } = await readDiscussion(paris, {
    ideaId: idea.id,
    order: 'balanced',
    after: null,
  })
  expect([best.for?.id, best.against?.id]).toEqual([ids[0], ids[3]])
  expect(threads.map(({ id }) => id)).toEqual([ids[1], ids[4], ids[5], ids[2]])
  expect(counts).toMatchObject({ for: 3, against: 2, question: 1 })
})

test('the city is first, and what cannot be read is there only above an answer', async () => {
  const { idea, ids } = await aDiscussion([
    { stance: 'for', usefulCount: 3 },
    { state: 'held', stance: 'for' },
    { state: 'hidden', stance: 'against' },
    { voice: 'city', cityRole: 'signatory' },
  ])
  const below = {
    ideaId: idea.id,
    parentId: ids[2],
    parentDepth: 1,
    depth: 2,
    editableUntil: new Date(start),
  }
  await inTenant(paris, (db) =>
    db.insert(comments).values({ ...below, body: 'Je réponds.', locale: 'fr', at: new Date(start) }),
  )
  const { threads } = await readDiscussion(paris, { ideaId: idea.id, order: 'balanced', after: null })
  expect(threads.map(({ id }) => id)).toEqual([ids[3], ids[2]])
  expect(threads[1]).toMatchObject({
    state: 'hidden',
    body: '',
    author: null,
    replies: [{ body: 'Je réponds.' }],
  })
})

test('edge 60: under a hidden text nothing is read, and with it everything comes back', async () => {
  const hidden = await anIdea(paris, { publication: 'hidden', collection: 'closed' })
  expect(await findDiscussedIdea(paris, hidden.slug)).toBeNull()
  const shown = await anIdea(paris)
  expect(await findDiscussedIdea(paris, shown.slug)).toMatchObject({ id: shown.id })
})

test('a program reads every comment in the order of time, those of one instant too', async () => {
  const { idea, ids } = await aDiscussion(Array.from({ length: 7 }, () => ({ at: new Date(start) })))
  const seen: string[] = []
  for (let cursor = null as string | null, more = true; more;) {
    const page = await listComments(paris, {
      ideaId: idea.id,
      after: cursor ? readMark(cursor) : null,
      limit: 3,
    })
    seen.push(...page.records.map(({ id }) => id))
    cursor = page.after && writeMark(page.after)
    more = cursor !== null
  }
  expect(seen).toHaveLength(7)
  expect([...new Set(seen)].sort()).toEqual(ids.sort())
  expect(await listLatestComments(paris, idea.id)).toHaveLength(7)
})

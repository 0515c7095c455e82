import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { carriers, journal, merges, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { answerMerge } from '@/lib/ideas/merges/commands'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { answerForVoice } from '@/lib/ideas/merges/voices/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { aPerson, anIdea, paris, type SignedIn, someoneSignedIn } from '../support/factories'
import { now, later, reason, twoIdeas, proposed, merged, read } from '../support/merges'

const rows = (ideaId: string) =>
  inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))),
  )

const told = (aboutId: string, kind: string) =>
  inTenant(paris, (db) => db.$count(journal, and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))))

async function counts(...ideaIds: string[]) {
  const kept = await Promise.all(ideaIds.map(async (id) => (await read(id)).supportCount))
  expect(await Promise.all(ideaIds.map(rows))).toEqual(kept)
  return kept
}

const support = (ideaId: string, who: SignedIn) => giveSupport({ tenant: paris, ideaId, ...who })

const says = (ideaId: string, who: SignedIn, answer: 'yes' | 'no' = 'yes') =>
  answerForVoice(paris, { ideaId, ...who, answer })

test('a merge needs both carriers, and is told on both pages', async () => {
  const { source, target, merge, amina, karim } = await proposed(await twoIdeas())
  const stranger = await aPerson(paris)
  const answer = (personId: string) => answerMerge(paris, { mergeId: merge.id, personId, answer: 'yes', now })
  expect(await answer(stranger)).toEqual({ ok: false, refusal: 'not_carrier' })
  expect(await answer(amina)).toMatchObject({ ok: true })
  expect((await read(source.id)).publication).toBe('published')
  expect(await answer(amina)).toEqual({ ok: false, refusal: 'already_answered' })
  expect(await answer(karim)).toMatchObject({ ok: true })
  expect(await read(source.id)).toMatchObject({
    publication: 'merged',
    collection: 'closed',
    mergedIntoId: target.id,
  })
  expect([await told(source.id, 'merged'), await told(target.id, 'merged_in')]).toEqual([1, 1])
  const beside = await inTenant(paris, (db) =>
    db.select().from(carriers).where(eq(carriers.ideaId, target.id)),
  )
  expect(beside).toMatchObject([{ personId: amina }])
})

test('item 26: a supporter of both is counted once, a silent one stays, and undoing restores', async () => {
  const pair = await twoIdeas()
  const [both, willing, silent, unwilling] = await Promise.all(
    Array.from({ length: 4 }, () => someoneSignedIn(paris)),
  )
  for (const who of [both!, willing!, silent!, unwilling!]) await support(pair.source.id, who)
  await support(pair.target.id, both!)
  const { source, target, merge, by } = await merged(pair)
  expect(await counts(source.id, target.id)).toEqual([4, 1])

  for (const who of [both!, willing!]) expect(await says(source.id, who)).toMatchObject({ ok: true })
  expect(await says(source.id, willing!)).toEqual({ ok: false, refusal: 'no_voice' })
  expect(await says(source.id, unwilling!, 'no')).toEqual({ ok: true, value: { answer: 'no' } })
  expect(await counts(source.id, target.id)).toEqual([2, 2])

  expect(await undoMerge(paris, { mergeId: merge.id, reason, by, now: later(1) })).toMatchObject({ ok: true })
  expect(await counts(source.id, target.id)).toEqual([4, 1])
  expect(await read(source.id)).toMatchObject({
    publication: 'published',
    collection: 'open',
    mergedIntoId: null,
  })
  expect((await read(source.id)).deadlineAt!.getTime()).toBeGreaterThan(later(31).getTime())
  expect([await told(source.id, 'unmerged'), await told(target.id, 'split_off')]).toEqual([1, 1])
})

test('edge 24: when the union reaches the threshold, the right is dated by the voice that completed it', async () => {
  const pair = await twoIdeas({ threshold: 2 })
  const [one, other] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  await support(pair.source.id, one)
  await support(pair.target.id, other)
  const { source, target, merge, by } = await merged(pair)
  expect((await read(target.id)).collection).toBe('open')
  await says(source.id, one)
  expect(await read(target.id)).toMatchObject({
    collection: 'reached',
    supportCount: 2,
    reachedAt: expect.any(Date),
  })
  expect(await told(target.id, 'threshold_reached')).toBe(1)
  expect(await undoMerge(paris, { mergeId: merge.id, reason, by, now: later(1) })).toEqual({
    ok: false,
    refusal: 'right_acquired_together',
  })
})

test('edge 26: who did not answer in time stays with the old one', async () => {
  const pair = await twoIdeas()
  const late = await someoneSignedIn(paris)
  await support(pair.source.id, late)
  const { source, target, merge } = await merged(pair)
  await inTenant(paris, (db) =>
    db
      .update(merges)
      .set({ answersUntil: new Date(now.getTime() - 1) })
      .where(eq(merges.id, merge.id)),
  )
  expect(await says(source.id, late)).toEqual({ ok: false, refusal: 'answers_over' })
  expect(await counts(source.id, target.id)).toEqual([1, 0])
})

test('edge 28: from merge to merge a voice goes to the last, once, and back the same way', async () => {
  const first = await twoIdeas()
  const who = await someoneSignedIn(paris)
  await support(first.source.id, who)
  const one = await merged(first)
  const third = await anIdea(paris, { authorId: await aPerson(paris) })
  const owner = (await read(third.id)).authorId!
  const two = await merged({ source: first.target, target: third, amina: first.karim, karim: owner })
  expect(await says(first.source.id, who)).toMatchObject({ ok: true })
  expect(await counts(first.source.id, first.target.id, third.id)).toEqual([0, 0, 1])
  expect(await says(first.target.id, who)).toEqual({ ok: false, refusal: 'no_voice' })

  const undo = (mergeId: string) => undoMerge(paris, { mergeId, reason, by: one.by, now: later(1) })
  expect(await undo(one.merge.id)).toEqual({ ok: false, refusal: 'merged_further' })
  expect(await undo(two.merge.id)).toMatchObject({ ok: true })
  expect(await counts(first.source.id, first.target.id, third.id)).toEqual([0, 1, 0])
  expect(await undo(one.merge.id)).toMatchObject({ ok: true })
  expect(await counts(first.source.id, first.target.id, third.id)).toEqual([1, 0, 0])
})

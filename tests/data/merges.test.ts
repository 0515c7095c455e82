import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { carriers, ideas, journal, merges, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { answerMerge, confirmMerge, proposeMerge } from '@/lib/ideas/merges/commands'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { answerForVoice } from '@/lib/ideas/merges/voices/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { aPerson, anIdea, belleville, paris, type SignedIn, someoneSignedIn } from '../support/factories'
import { theDeadlinePasses } from '../support/histories'

const now = new Date()
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const everywhere = [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as const
const moderator = async (city = paris) => ({ id: await aPerson(city), grants: everywhere })
const reason = 'Les deux textes demandent la même fontaine, à la même place.'

async function twoIdeas(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const [amina, karim] = [await aPerson(paris), await aPerson(paris)]
  const source = await anIdea(paris, { authorId: amina, ...detail })
  const target = await anIdea(paris, { authorId: karim, ...detail })
  return { source, target, amina, karim }
}

async function proposed(pair: Awaited<ReturnType<typeof twoIdeas>>) {
  const by = await moderator()
  const asked = { ideaId: pair.source.id, other: pair.target.slug, reason, by, now }
  expect(await proposeMerge(paris, asked)).toEqual({ ok: true, value: undefined })
  const [merge] = await inTenant(paris, (db) =>
    db.select().from(merges).where(eq(merges.sourceId, pair.source.id)),
  )
  return { ...pair, merge: merge!, by }
}

async function merged(pair: Awaited<ReturnType<typeof twoIdeas>>) {
  const made = await proposed(pair)
  for (const personId of [made.amina, made.karim])
    expect(await answerMerge(paris, { mergeId: made.merge.id, personId, answer: 'yes', now })).toMatchObject({
      ok: true,
    })
  return made
}

const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
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

test('one no ends a proposal, and nothing has changed', async () => {
  const { source, merge, karim } = await proposed(await twoIdeas())
  await answerMerge(paris, { mergeId: merge.id, personId: karim, answer: 'no', now })
  expect((await read(source.id)).publication).toBe('published')
  expect(await answerMerge(paris, { mergeId: merge.id, personId: karim, answer: 'yes', now })).toEqual({
    ok: false,
    refusal: 'not_proposed',
  })
})

test('7.2.26: a supporter of both is counted once, a silent one stays, and undoing restores', async () => {
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

test('edge 25: after thirty days what was merged stays merged', async () => {
  const { merge, by } = await merged(await twoIdeas())
  expect(await undoMerge(paris, { mergeId: merge.id, reason, by, now: later(32) })).toEqual({
    ok: false,
    refusal: 'too_late_to_undo',
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

test('edge 27: what is over or acquired merges with nothing', async () => {
  const by = await moderator()
  const { source, target } = await twoIdeas()
  const ask = (ideaId: string, other: string) => proposeMerge(paris, { ideaId, other, reason, by, now })
  await theDeadlinePasses(target.id)
  expect(await ask(source.id, target.slug)).toEqual({ ok: false, refusal: 'target_closed' })
  expect(await ask(target.id, source.slug)).toEqual({ ok: false, refusal: 'source_closed' })
  const acquired = await anIdea(paris, { collection: 'reached', reachedAt: now })
  expect(await ask(acquired.id, source.slug)).toEqual({ ok: false, refusal: 'source_closed' })
  expect(await ask(source.id, source.slug)).toEqual({ ok: false, refusal: 'same_idea' })
  expect(await ask(source.id, 'nulle-part')).toEqual({ ok: false, refusal: 'not_there' })
})

test('edge 27: a target that ended while carriers thought cancels the merge', async () => {
  const { source, target, merge, amina, karim } = await proposed(await twoIdeas())
  await answerMerge(paris, { mergeId: merge.id, personId: amina, answer: 'yes', now })
  await theDeadlinePasses(target.id)
  expect(await answerMerge(paris, { mergeId: merge.id, personId: karim, answer: 'yes', now })).toEqual({
    ok: false,
    refusal: 'target_closed',
  })
  expect((await read(source.id)).publication).toBe('published')
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

test('after fourteen days of silence a second person decides, never the one who proposed', async () => {
  const { source, merge, by, amina } = await proposed(await twoIdeas())
  await answerMerge(paris, { mergeId: merge.id, personId: amina, answer: 'yes', now })
  const second = await moderator()
  const confirm = (who: typeof by, days: number) =>
    confirmMerge(paris, { mergeId: merge.id, by: who, now: later(days) })
  expect(await confirm(second, 13)).toEqual({ ok: false, refusal: 'too_early' })
  expect(await confirm(by, 15)).toEqual({ ok: false, refusal: 'second_person_needed' })
  expect(await confirm(second, 15)).toMatchObject({ ok: true })
  expect((await read(source.id)).publication).toBe('merged')
})

test('no moderator merges what they carry, nor outside their district', async () => {
  const { source, target, amina } = await twoIdeas({ districtCode: '75-1' })
  const ask = (by: Parameters<typeof proposeMerge>[1]['by']) =>
    proposeMerge(paris, { ideaId: source.id, other: target.slug, reason, by, now })
  expect(await ask({ id: amina, grants: everywhere })).toEqual({ ok: false, refusal: 'own_idea' })
  const elsewhere = [{ role: 'moderator', scopeKind: 'district', scopeValue: '75-2' }] as const
  expect(await ask({ id: await aPerson(paris), grants: elsewhere })).toEqual({
    ok: false,
    refusal: 'elsewhere',
  })
})

test('another city’s merges are not there', async () => {
  const { merge, amina } = await proposed(await twoIdeas())
  expect(await answerMerge(belleville, { mergeId: merge.id, personId: amina, answer: 'yes', now })).toEqual({
    ok: false,
    refusal: 'not_there',
  })
})

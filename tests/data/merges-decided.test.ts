import { expect, test } from 'vitest'
import { answerMerge, confirmMerge, proposeMerge } from '@/lib/ideas/merges/commands'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { aPerson, anIdea, belleville, paris } from '../support/factories'
import { theDeadlinePasses } from '../support/histories'
import {
  now,
  later,
  everywhere,
  moderator,
  reason,
  twoIdeas,
  proposed,
  merged,
  read,
} from '../support/merges'

test('one no ends a proposal, and nothing has changed', async () => {
  const { source, merge, karim } = await proposed(await twoIdeas())
  await answerMerge(paris, { mergeId: merge.id, personId: karim, answer: 'no', now })
  expect((await read(source.id)).publication).toBe('published')
  expect(await answerMerge(paris, { mergeId: merge.id, personId: karim, answer: 'yes', now })).toEqual({
    ok: false,
    refusal: 'not_proposed',
  })
})

test('edge 25: after thirty days what was merged stays merged', async () => {
  const { merge, by } = await merged(await twoIdeas())
  expect(await undoMerge(paris, { mergeId: merge.id, reason, by, now: later(32) })).toEqual({
    ok: false,
    refusal: 'too_late_to_undo',
  })
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

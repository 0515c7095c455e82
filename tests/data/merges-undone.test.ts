import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, supportBans, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { answerForVoice } from '@/lib/ideas/merges/voices/commands'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { askForBan, confirmBan, reviewBan } from '@/lib/people/bans/commands'
import { anAdmin } from '../support/doubts'
import { paris, type SignedIn, someoneSignedIn } from '../support/factories'
import { paris as city } from '../support/letters'
import { later, merged, now, read, reason, twoIdeas } from '../support/merges'

const rows = (ideaId: string) =>
  inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))),
  )

async function counts(...ideaIds: string[]) {
  const kept = await Promise.all(ideaIds.map(async (id) => (await read(id)).supportCount))
  expect(await Promise.all(ideaIds.map(rows))).toEqual(kept)
  return kept
}

const gives = (ideaId: string, who: SignedIn) => giveSupport({ tenant: paris, ideaId, ...who })
const takesBack = (ideaId: string, who: SignedIn) => takeBackSupport({ tenant: paris, ideaId, ...who })
const carries = (ideaId: string, who: SignedIn) => answerForVoice(paris, { ideaId, ...who, answer: 'yes' })

async function mergedWith(...supporters: SignedIn[]) {
  const pair = await twoIdeas()
  for (const who of supporters) await gives(pair.source.id, who)
  const made = await merged(pair)
  for (const who of supporters) await carries(pair.source.id, who)
  const undo = () => undoMerge(paris, { mergeId: made.merge.id, reason, by: made.by, now: later(1) })
  return { source: made.source.id, target: made.target.id, undo }
}

test('who took their voice back after the merge gets it back nowhere when it is undone', async () => {
  const [stays, leaves] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  const { source, target, undo } = await mergedWith(stays, leaves)
  expect(await takesBack(target, leaves)).toMatchObject({ count: 1, counted: false })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await counts(source, target)).toEqual([1, 0])
  expect(await gives(source, leaves)).toMatchObject({ count: 2, counted: true })
})

test('a voice given to the target after the merge stays there, even by who had taken theirs back', async () => {
  const [stays, wavers, newcomer] = [
    await someoneSignedIn(paris),
    await someoneSignedIn(paris),
    await someoneSignedIn(paris),
  ]
  const { source, target, undo } = await mergedWith(stays, wavers)
  await gives(target, newcomer)
  await takesBack(target, wavers)
  expect(await gives(target, wavers)).toMatchObject({ count: 3, counted: true })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await counts(source, target)).toEqual([1, 2])
})

test('a voice that was held where it came is under check there no more once it went back', async () => {
  const [stays, held] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  const { source, target, undo } = await mergedWith(stays, held)
  await inTenant(paris, async (db) => {
    const one = sql`voter_key = (select voter_key from supports where idea_id = ${target}::uuid limit 1)`
    await db
      .update(supports)
      .set({ state: 'held' })
      .where(and(eq(supports.ideaId, target), one))
    await db.update(ideas).set({ supportCount: 1, heldCount: 1 }).where(eq(ideas.id, target))
  })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await counts(source, target)).toEqual([2, 0])
  expect((await read(target)).heldCount).toBe(0)
})

test('who is suspended gets nothing back by a merge that is undone, and all of it once that is lifted', async () => {
  const [stays, barred] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  const { source, target, undo } = await mergedWith(stays, barred)
  const [first, second, third] = await Promise.all([anAdmin(), anAdmin(), anAdmin()])
  const why = 'Des voix données par un programme, une par seconde, la nuit.'
  await askForBan(city, { personId: barred.personId, reason: why, by: first, now })
  const [ban] = await inTenant(paris, (db) =>
    db.select().from(supportBans).where(eq(supportBans.personId, barred.personId)),
  )
  expect(await confirmBan(city, { banId: ban!.id, by: second, now })).toMatchObject({ ok: true })
  expect(await counts(source, target)).toEqual([0, 1])
  expect(await undo()).toMatchObject({ ok: true })
  expect(await counts(source, target)).toEqual([1, 0])
  await reviewBan(city, { banId: ban!.id, outcome: 'lifted', reply: why, by: third, now })
  expect(await counts(source, target)).toEqual([2, 0])
})

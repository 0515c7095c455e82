import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { answerForVoice } from '@/lib/ideas/merges/voices/commands'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { paris, type SignedIn, someoneSignedIn } from '../support/factories'
import { later, merged, read, reason, twoIdeas } from '../support/merges'

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

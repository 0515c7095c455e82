import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, invalidations, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import {
  confirmInvalidation,
  proposeInvalidation,
  reverseInvalidation,
} from '@/lib/ideas/certification/commands'
import { undoMerge } from '@/lib/ideas/merges/completion/commands'
import { answerForVoice } from '@/lib/ideas/merges/voices/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { beginUnion, uniteOwn } from '@/lib/people/unions/commands'
import { anAdmin } from '../support/doubts'
import { anIdea, type SignedIn, someoneSignedIn } from '../support/factories'
import { paris } from '../support/letters'
import { later, merged, now, read, reason } from '../support/merges'

/** Who wrote an idea has another account, and supports it from there. */
async function twoAccounts() {
  const author = await someoneSignedIn(paris)
  const other = await someoneSignedIn(paris, { email: `${crypto.randomUUID()}@exemple.fr` })
  const becomeOne = async () => {
    const token = crypto.randomUUID()
    await beginUnion(paris, { personId: author.personId, token, now: new Date() })
    expect(await uniteOwn(paris, { token, personId: other.personId, now: new Date() })).toMatchObject({
      ok: true,
    })
  }
  return { author, other, becomeOne }
}

const gives = (ideaId: string, who: SignedIn) => giveSupport({ tenant: paris, ideaId, ...who })
const counted = (ideaId: string) =>
  inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))),
  )

test('a voice taken out does not come back to who turned out to have written the idea', async () => {
  const { author, other, becomeOne } = await twoAccounts()
  const { id } = await anIdea(paris, { authorId: author.personId })
  await gives(id, other)
  await gives(id, await someoneSignedIn(paris))
  const condition = { fromDay: '2000-01-01', toDay: '2099-12-31', onlyFresh: false, onlyHeld: false }
  const [first, second] = [await anAdmin(), await anAdmin()]
  await proposeInvalidation(paris, { ideaId: id, condition, reason, by: first, now })
  const [decision] = await inTenant(paris, (db) =>
    db.select().from(invalidations).where(eq(invalidations.ideaId, id)),
  )
  await confirmInvalidation(paris, { id: decision!.id, by: second, now })
  await becomeOne()
  const undone = await reverseInvalidation(paris, { id: decision!.id, by: first, now, reason })
  expect(undone).toMatchObject({ value: { count: 1 } })
  expect([(await read(id)).supportCount, await counted(id)]).toEqual([1, 1])
})

test('a voice carried to another idea does not come back to who turned out to have written the first', async () => {
  const { author, other, becomeOne } = await twoAccounts()
  const [source, target] = [
    await anIdea(paris, { authorId: author.personId }),
    await anIdea(paris, { authorId: (await someoneSignedIn(paris)).personId }),
  ]
  for (const who of [other, await someoneSignedIn(paris)]) await gives(source.id, who)
  const pair = { source, target, amina: author.personId, karim: await authorOf(target.id) }
  const { merge, by } = await merged(pair)
  await answerForVoice(paris, { ideaId: source.id, ...other, answer: 'yes' })
  await becomeOne()
  expect(await undoMerge(paris, { mergeId: merge.id, reason, by, now: later(1) })).toMatchObject({ ok: true })
  expect([(await read(source.id)).supportCount, await counted(source.id)]).toEqual([1, 1])
})

async function authorOf(id: string) {
  const [row] = await inTenant(paris, (db) =>
    db
      .select({ authorId: sql<string>`author_id` })
      .from(ideas)
      .where(eq(ideas.id, id)),
  )
  return row!.authorId
}

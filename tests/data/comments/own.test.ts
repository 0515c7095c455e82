import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { comments, commentVotes } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { changeComment, removeComment } from '@/lib/comments/own/commands'
import { findOwnComment, listOwnComments } from '@/lib/comments/own/queries'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { findThread } from '@/lib/comments/threads/queries'
import { voteOnComment } from '@/lib/comments/voting/commands'
import { inTenant } from '@/lib/db'
import { copyOf } from '@/lib/people/copy/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { paris as city } from '@/tenants/paris'
import { aPerson, anIdea, paris } from '../../support/factories'

const now = new Date()

async function aComment(ideaId: string, personId: string, parentId: string | null = null) {
  const body = 'Il y fait trop chaud l’été.'
  const outcome = await writeComment(paris, {
    ideaId,
    personId,
    parentId,
    stance: 'for',
    body,
    locale: 'fr',
    now,
  })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}

async function ground() {
  const [idea, personId] = [await anIdea(paris), await aPerson(paris, { name: 'Inès Caron' })]
  return { idea, personId, id: await aComment(idea.id, personId) }
}

const rowOf = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(comments).where(eq(comments.id, id))))[0]
const windowEnds = (id: string, inSeconds: number) =>
  inTenant(paris, (db) =>
    db
      .update(comments)
      .set({ editableUntil: sql`now() + make_interval(secs => ${inSeconds}::int)` as never })
      .where(eq(comments.id, id)),
  )

describe('changing one’s words', () => {
  test('is for fifteen minutes, and shows', async () => {
    const { id, personId } = await ground()
    const change = { commentId: id, personId, body: 'Il y fait vraiment trop chaud.', now }
    const { editableUntil, at } = (await rowOf(id))!
    expect(Math.round((editableUntil.getTime() - at.getTime()) / 60_000)).toBe(15)
    await windowEnds(id, 5)
    expect(await changeComment(paris, change)).toMatchObject({ ok: true })
    expect(await rowOf(id)).toMatchObject({ body: change.body, editedAt: now })
    expect(await changeComment(paris, change)).toEqual({ ok: false, refusal: 'unchanged' })
    await windowEnds(id, 0)
    expect(await changeComment(paris, { ...change, body: 'Trop tard.' })).toEqual({
      ok: false,
      refusal: 'edit_over',
    })
    expect(await findOwnComment(paris, personId, id)).toMatchObject({ isEditable: false })
  })

  test('is nobody else’s', async () => {
    const { id } = await ground()
    const personId = await aPerson(paris)
    expect(await changeComment(paris, { commentId: id, personId, body: 'À moi.', now })).toMatchObject({
      ok: false,
    })
    expect(await removeComment(paris, { commentId: id, personId, now })).toMatchObject({
      refusal: 'not_there',
    })
    expect(await findOwnComment(paris, personId, id)).toBeNull()
  })
})

describe('taking one’s words away', () => {
  test('leaves nothing where nobody answered', async () => {
    const { id, idea, personId } = await ground()
    await voteOnComment(paris, { commentId: id, personId: await aPerson(paris), opinion: 'useful', now })
    expect(await removeComment(paris, { commentId: id, personId, now })).toMatchObject({ ok: true })
    expect(await rowOf(id)).toBeUndefined()
    const { counts } = await readDiscussion(paris, { ideaId: idea.id, order: 'newest', after: null })
    expect(counts.all).toBe(0)
  })

  test('leaves an empty place above answers, which goes with the last of them', async () => {
    const { id, idea, personId } = await ground()
    const other = await aPerson(paris)
    const answer = await aComment(idea.id, other, id)
    await voteOnComment(paris, { commentId: id, personId: other, opinion: 'useful', now })
    await removeComment(paris, { commentId: id, personId, now })
    expect(await findThread(paris, idea.id, id)).toMatchObject({
      state: 'removed',
      body: '',
      author: null,
      replies: [{ id: answer }],
    })
    expect(await rowOf(id)).toMatchObject({ body: '', authorId: null, usefulCount: 0 })
    await removeComment(paris, { commentId: answer, personId: other, now })
    expect(await rowOf(id)).toBeUndefined()
  })

  test('while somebody answers keeps the answer or the refusal, never half', async () => {
    const { id, idea, personId } = await ground()
    const others = await Promise.all([1, 2, 3, 4].map(() => aPerson(paris)))
    const write = (one: string) => aComment(idea.id, one, id).catch((error: Error) => error.message)
    const [, ...answers] = await Promise.all([
      removeComment(paris, { commentId: id, personId, now }),
      ...others.map(write),
    ])
    const kept = answers.filter((answer) => answer !== 'parent_gone')
    const thread = await findThread(paris, idea.id, id)
    expect(thread?.replies.length ?? 0).toBe(kept.length)
  })
})

test('forty presses of forty people are forty, and of one person one', async () => {
  const { id } = await ground()
  const crowd = await Promise.all(Array.from({ length: 40 }, () => aPerson(paris)))
  const press = (personId: string, opinion: 'useful' | 'useless' | 'none' = 'useful') =>
    voteOnComment(paris, { commentId: id, personId, opinion, now })
  const presses = [...crowd, ...crowd, ...Array.from({ length: 40 }, () => crowd[0]!)]
  await Promise.all(presses.map((personId) => press(personId)))
  expect(await rowOf(id)).toMatchObject({ usefulCount: 40, uselessCount: 0 })
  await Promise.all(crowd.slice(0, 10).map((personId) => press(personId, 'useless')))
  await Promise.all(crowd.slice(10, 15).map((personId) => press(personId, 'none')))
  expect(await rowOf(id)).toMatchObject({ usefulCount: 25, uselessCount: 10 })
  expect(await inTenant(paris, (db) => db.$count(commentVotes, eq(commentVotes.commentId, id)))).toBe(35)
  expect(await press(crowd[20]!)).toMatchObject({ value: { repeated: true, useful: 25 } })
})

test('nobody judges what they said themselves', async () => {
  const { id, personId } = await ground()
  const own = await voteOnComment(paris, { commentId: id, personId, opinion: 'useful', now })
  expect(own).toEqual({ ok: false, refusal: 'own_comment' })
})

test('a deleted account leaves its words, no name, and every count as it was', async () => {
  const { id, idea, personId } = await ground()
  const mine = await aComment(idea.id, await aPerson(paris))
  await voteOnComment(paris, { commentId: mine, personId, opinion: 'useful', now })
  await deleteAccount(city, { personId, now })
  expect(await findThread(paris, idea.id, id)).toMatchObject({
    body: 'Il y fait trop chaud l’été.',
    author: null,
  })
  expect(await rowOf(mine)).toMatchObject({ usefulCount: 1 })
  expect(await listOwnComments(paris, personId)).toEqual([])
})

test('the copy of one’s data holds one’s comments and one’s opinions', async () => {
  const { id, idea, personId } = await ground()
  const other = await aComment(idea.id, await aPerson(paris))
  await voteOnComment(paris, { commentId: other, personId, opinion: 'useless', now })
  let text = ''
  for await (const part of copyOf(city, personId, now)) text += part
  const copy = JSON.parse(text) as { comments: unknown[]; commentVotes: unknown[] }
  expect(copy.comments).toMatchObject([{ id, stance: 'for' }])
  expect(copy.commentVotes).toMatchObject([{ commentId: other, useful: false }])
})

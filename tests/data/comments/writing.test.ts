import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { comments, journal, people } from '@/drizzle/schema'
import { answerForCity, tellNews, writeComment } from '@/lib/comments/commands'
import { changeComment, removeComment } from '@/lib/comments/own/commands'
import { findOwnComment } from '@/lib/comments/own/queries'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { findThread } from '@/lib/comments/threads/queries'
import { voteOnComment } from '@/lib/comments/voting/commands'
import { inTenant } from '@/lib/db'
import { aPerson, anIdea, belleville, paris } from '../../support/factories'

const now = new Date()
const city = { grants: [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] } as const
const known = { joinedAt: new Date(now.getTime() - 3 * 86_400_000) }

async function ground() {
  const authorId = await aPerson(paris, known)
  const idea = await anIdea(paris, { authorId })
  return { idea, authorId, personId: await aPerson(paris, { ...known, name: 'Inès Caron' }) }
}

const said = (ideaId: string, personId: string, detail: Partial<Parameters<typeof writeComment>[1]> = {}) =>
  writeComment(paris, {
    ideaId,
    personId,
    parentId: null,
    stance: 'for',
    body: 'Il y fait trop chaud l’été.',
    locale: 'fr',
    now,
    ...detail,
  })

async function aComment(ideaId: string, personId: string, parentId: string | null = null) {
  const outcome = await said(ideaId, personId, { parentId })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}

const read = (ideaId: string) => readDiscussion(paris, { ideaId, order: 'newest', after: null })
const kindsAbout = async (ideaId: string, kind: string) =>
  inTenant(paris, (db) =>
    db
      .select({ detail: journal.detail, byId: journal.byId })
      .from(journal)
      .where(and(eq(journal.aboutId, ideaId), eq(journal.kind, kind as 'commented'))),
  )

describe('what is said', () => {
  test('is read with its side and its author, and answers stand below it', async () => {
    const { idea, personId, authorId } = await ground()
    const id = await aComment(idea.id, personId)
    await aComment(idea.id, authorId, id)
    const { threads, counts } = await read(idea.id)
    expect(threads).toMatchObject([
      { id, stance: 'for', author: 'Inès Caron', replies: [{ isByAuthor: true, stance: 'neutral' }] },
    ])
    expect(counts).toMatchObject({ all: 2, for: 1, against: 0 })
  })

  test('goes two levels deep and no further, whoever writes', async () => {
    const { idea, personId } = await ground()
    const answer = await aComment(idea.id, personId, await aComment(idea.id, personId))
    expect(await said(idea.id, personId, { parentId: answer })).toEqual({ ok: false, refusal: 'parent_gone' })
    const third = { ideaId: idea.id, parentId: answer, parentDepth: 1, depth: 2 }
    const more = { body: 'non', locale: 'fr', at: now, editableUntil: now }
    await expect(inTenant(paris, (db) => db.insert(comments).values({ ...third, ...more }))).rejects.toThrow()
  })

  test('answers only what is said about the same idea', async () => {
    const [one, other] = [await ground(), await ground()]
    const id = await aComment(one.idea.id, one.personId)
    const astray = await said(other.idea.id, one.personId, { parentId: id })
    expect(astray).toEqual({ ok: false, refusal: 'parent_gone' })
  })

  test('in another city is not there', async () => {
    const { idea, personId } = await ground()
    const id = await aComment(idea.id, personId)
    expect(await findThread(belleville, idea.id, id)).toBeNull()
    expect(await findOwnComment(belleville, personId, id)).toBeNull()
    expect(
      (await readDiscussion(belleville, { ideaId: idea.id, order: 'newest', after: null })).threads,
    ).toEqual([])
    expect(await removeComment(belleville, { commentId: id, personId, now })).toMatchObject({
      refusal: 'not_there',
    })
  })
})

describe('the limits of a discussion', () => {
  test('ten comments an hour, even when one was taken away, and ten sent at once are ten', async () => {
    const { idea, personId } = await ground()
    const first = await aComment(idea.id, personId)
    await removeComment(paris, { commentId: first, personId, now })
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => said(idea.id, personId)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(9)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'too_often' })
  })

  test('a link only from an account of twenty-four hours', async () => {
    const { idea } = await ground()
    const joined = (hours: number) => ({
      joinedAt: sql`now() - make_interval(secs => ${hours * 3600}::int)` as never,
    })
    const [young, old] = [await aPerson(paris), await aPerson(paris)]
    const setAge = (id: string, hours: number) =>
      inTenant(paris, (db) => db.update(people).set(joined(hours)).where(eq(people.id, id)))
    await setAge(young, 23.99)
    await setAge(old, 24.01)
    const body = 'Voyez https://exemple.test/plan'
    expect(await said(idea.id, young, { body })).toEqual({ ok: false, refusal: 'no_links_yet' })
    expect(await said(idea.id, young)).toMatchObject({ ok: true })
    expect(await said(idea.id, old, { body })).toMatchObject({ ok: true })
  })

  test('five people called by name, and only those who take part are told', async () => {
    const { idea, personId, authorId } = await ground()
    await inTenant(paris, (db) =>
      db.update(people).set({ name: 'Omar Benali' }).where(eq(people.id, authorId)),
    )
    expect(await said(idea.id, personId, { body: '@Omar Benali, et vous @Personne ?' })).toMatchObject({
      ok: true,
    })
    expect(await kindsAbout(idea.id, 'comment_mentions')).toMatchObject([{ detail: { tell: [authorId] } }])
    const six = '@Omar @Omar @Omar @Omar @Omar @Omar'
    expect(await said(idea.id, personId, { body: six })).toEqual({ ok: false, refusal: 'too_many_mentions' })
  })

  test('news every three days, from the author alone', async () => {
    const { idea, authorId, personId } = await ground()
    const news = { ideaId: idea.id, body: 'Deux cents signatures de plus.', locale: 'fr', now }
    expect(await tellNews(paris, { ...news, personId })).toEqual({ ok: false, refusal: 'not_author' })
    const both = await Promise.all([1, 2].map(() => tellNews(paris, { ...news, personId: authorId })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'update_too_soon' })
    await inTenant(paris, (db) =>
      db
        .update(comments)
        .set({ at: sql`now() - interval '72 hours 1 second'` })
        .where(eq(comments.ideaId, idea.id)),
    )
    expect(await tellNews(paris, { ...news, personId: authorId })).toMatchObject({ ok: true })
    expect(await kindsAbout(idea.id, 'author_update')).toHaveLength(2)
  })

  test.each(['withdrawn', 'hidden', 'refused', 'removed'] as const)(
    'nothing is added once it is %s',
    async (publication) => {
      const personId = await aPerson(paris, known)
      const refusal = { refusalCode: 'unclear', refusalText: 'Merci. '.repeat(6), refusedAt: now }
      const collection = publication === 'refused' ? 'not_started' : 'closed'
      const idea = await anIdea(paris, { publication, collection, ...refusal })
      expect(await said(idea.id, personId)).toEqual({ ok: false, refusal: 'discussion_closed' })
      const old = { ideaId: idea.id, body: 'Avant.', locale: 'fr', at: now, editableUntil: known.joinedAt }
      const id = randomUUID()
      await inTenant(paris, (db) => db.insert(comments).values({ ...old, id, authorId: personId }))
      const act = { commentId: id, personId, now }
      expect(await changeComment(paris, { ...act, body: 'Après.' })).toMatchObject({
        refusal: 'discussion_closed',
      })
      expect(
        await voteOnComment(paris, { ...act, personId: await aPerson(paris), opinion: 'useful' }),
      ).toEqual({
        ok: false,
        refusal: 'discussion_closed',
      })
    },
  )
})

test('the city answers first, in the quality of who speaks and without their name', async () => {
  const { idea, personId } = await ground()
  const id = await aComment(idea.id, personId)
  await aComment(idea.id, personId, id)
  const agent = await aPerson(paris, { name: 'Agent Discret' })
  const writing = {
    ideaId: idea.id,
    parentId: id,
    body: 'Les travaux commencent en mars.',
    locale: 'fr',
    now,
  }
  const outcome = await answerForCity(paris, { ...writing, personId: agent, person: city })
  expect(outcome).toMatchObject({ ok: true })
  const [thread] = (await read(idea.id)).threads
  expect(thread!.replies.map(({ voice, cityRole, author }) => ({ voice, cityRole, author }))).toEqual([
    { voice: 'city', cityRole: 'moderator', author: null },
    { voice: 'citizen', cityRole: null, author: 'Inès Caron' },
  ])
  expect(await kindsAbout(idea.id, 'comment_answered')).toMatchObject([{ detail: { tell: [personId] } }])
  const nobody = await answerForCity(paris, { ...writing, personId, person: { grants: [] } })
  expect(nobody).toEqual({ ok: false, refusal: 'not_city' })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, decisions, journal } from '@/drizzle/schema'
import { commentOnDesk } from '@/lib/comments/moderation/commands'
import { findThread } from '@/lib/comments/threads/queries'
import { inTenant } from '@/lib/db'
import { monthsBefore } from '@/lib/people/retention/rules'
import { aCity } from '../support/cities'
import { anIdea, aPerson } from '../support/factories'
import { forgetLine } from '../support/retention'
import { aComment } from '../support/unions'

const now = new Date()
const words = 'Merci d’avoir écrit. Le texte nomme une personne.'

async function hidden(city: { id: string }, at: Date) {
  const [byId, authorId] = [await aPerson(city), await aPerson(city)]
  const { id: ideaId } = await anIdea(city)
  const id = await aComment(city, { ideaId, authorId })
  const reasons = { act: 'hide', code: 'offensive', ground: 'rules', restriction: 'hidden' } as const
  await inTenant(city, async (db) => {
    await db.insert(decisions).values({
      ...{ subjectKind: 'comment', subjectId: id, ...reasons, source: 'report', text: words },
      ...{ byId, authorId, at, appealUntil: at },
    })
    await db.update(comments).set({ state: 'hidden' }).where(eq(comments.id, id))
    await db.insert(journal).values({
      ...{ kind: 'comment_hidden', aboutId: ideaId, at, byRole: 'moderator', visibility: 'internal' },
      detail: { commentId: id, text: words, tell: [authorId] },
    })
    const reply = { ideaId, authorId: byId, parentId: id, parentDepth: 1, depth: 2, body: 'Non.' }
    await db.insert(comments).values({ ...reply, locale: 'fr', at, editableUntil: at })
  })
  return { id, ideaId }
}

test('a year after a comment was hidden its words are erased; its place, and that it was hidden, stay', async () => {
  const city = await aCity()
  const [old, young] = [await hidden(city, monthsBefore(now, 13)), await hidden(city, monthsBefore(now, 11))]
  for (const row of ['hidden_comments', 'decision_words'] as const) await forgetLine(city, row, now)
  const bodyOf = async ({ id }: { id: string }) =>
    (await inTenant(city, (db) => db.select().from(comments).where(eq(comments.id, id))))[0]
  expect(await bodyOf(old)).toMatchObject({ state: 'hidden', body: '' })
  expect((await bodyOf(young))!.body).not.toBe('')
  expect(await findThread(city, old.ideaId, old.id)).toMatchObject({ state: 'hidden', replyCount: 1 })
  const told = (
    await inTenant(city, (db) => db.select().from(journal).where(eq(journal.aboutId, old.ideaId)))
  )
    .map(({ detail }) => JSON.stringify(detail))
    .join()
  expect(told).toContain(old.id)
  expect(told).not.toContain(words)
  const standing = async ({ id }: { id: string }) =>
    (await inTenant(city, (db) => commentOnDesk.find(db, id, false)))!.standing
  expect([await standing(old), await standing(young)]).toEqual(['gone', 'hidden'])
})

import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, tasks } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { findThread } from '@/lib/comments/threads/queries'
import { inTenant } from '@/lib/db'
import { hideSubject, keepSubject } from '@/lib/moderation/hiding/commands'
import { reportSubject } from '@/lib/moderation/reports/commands'
import { paris as city } from '@/tenants/paris'
import { aPerson, anIdea, paris } from '../../support/factories'

const now = new Date()

async function aComment() {
  const [idea, personId] = [await anIdea(paris), await aPerson(paris)]
  const said = { stance: 'against', body: 'Ce terrain inonde chaque hiver.', locale: 'fr' } as const
  const outcome = await writeComment(paris, { ideaId: idea.id, personId, parentId: null, now, ...said })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { id: outcome.value.id, ideaId: idea.id }
}

const report = (subjectId: string, personId: string | null) =>
  reportSubject(city, {
    kind: 'comment',
    subjectId,
    personId,
    reason: 'offensive',
    text: 'Ce commentaire vise une personne nommément.',
    email: null,
    locale: 'fr',
    from: randomUUID(),
    now,
  })

const stateOf = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(comments).where(eq(comments.id, id))))[0]!.state
const taskAbout = async (id: string) =>
  (
    await inTenant(paris, (db) =>
      db
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.subjectId, id), isNull(tasks.closedAt))),
    )
  )[0]!.id

test('two known people and a crowd of unknown ones hold nothing; the third known one does', async () => {
  const { id, ideaId } = await aComment()
  for (let count = 0; count < 2; count++) await report(id, await aPerson(paris, { assurance: 'A2' }))
  for (let count = 0; count < 4; count++) await report(id, await aPerson(paris, { assurance: 'A1' }))
  for (let count = 0; count < 4; count++) await report(id, null)
  expect(await stateOf(id)).toBe('visible')
  await report(id, await aPerson(paris, { assurance: 'A2' }))
  expect(await stateOf(id)).toBe('held')
  expect(await findThread(paris, ideaId, id)).toBeNull()
})

test('the same person three times is one person', async () => {
  const { id } = await aComment()
  const angry = await aPerson(paris, { assurance: 'A2' })
  for (let count = 0; count < 3; count++) await report(id, angry)
  expect(await stateOf(id)).toBe('visible')
})

test('a moderator gives back what was held, or hides it with a reason', async () => {
  for (const act of ['keep', 'hide'] as const) {
    const { id } = await aComment()
    for (let count = 0; count < 3; count++) await report(id, await aPerson(paris, { assurance: 'A2' }))
    const byId = await aPerson(paris, { role: 'moderator' })
    const at = { taskId: await taskAbout(id), byId, now }
    const text = 'Le texte parle du terrain et d’aucune personne en particulier.'
    const done =
      act === 'keep'
        ? await keepSubject(city, { ...at, text })
        : await hideSubject(city, { ...at, text, code: 'advert', groundText: null })
    expect(done).toMatchObject({ ok: true })
    expect(await stateOf(id)).toBe(act === 'keep' ? 'visible' : 'hidden')
  }
})

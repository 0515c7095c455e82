import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, journal, tasks } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { removeComment } from '@/lib/comments/own/commands'
import { inTenant } from '@/lib/db'
import { fileAppeal, upholdAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { findReportable } from '@/lib/moderation/reports/queries'
import { belleville } from '../../support/deposits'
import { aReader, published, reported, taskOf, why } from '../../support/desk'
import { aPerson } from '../../support/factories'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const stateOf = async (id: string) =>
  (await inCity((db) => db.select().from(comments).where(eq(comments.id, id))))[0]?.state

async function aComment() {
  const [{ ideaId }, personId] = [await published(), await aPerson(belleville)]
  const said = {
    ideaId,
    parentId: null,
    body: 'Les gens d’en face sont des voleurs.',
    locale: 'fr',
    personId,
    now,
  }
  const written = await writeComment(belleville, { ...said, stance: 'against' })
  if (!written.ok) throw new Error(written.refusal)
  return { ideaId, personId, id: written.value.id }
}

test('a comment is reported, hidden with its reasons, and won back by its author', async () => {
  const { ideaId, personId, id } = await aComment()
  expect(await findReportable(belleville, 'comment', id)).toMatchObject({
    title: 'Les gens d’en face sont des voleurs.',
  })
  expect(await reported(id, { kind: 'comment' })).toMatchObject({ ok: true })
  const act = { taskId: await taskOf(id, 'report'), byId: await aReader(), now }
  expect(
    await hideSubject(belleville, { ...act, code: 'offensive', text: why, groundText: null }),
  ).toMatchObject({ ok: true })
  expect(await stateOf(id)).toBe('hidden')
  expect(await findReportable(belleville, 'comment', id)).toBeNull()
  expect(await findStatement(belleville, id, personId)).toMatchObject({
    restriction: 'hidden',
    text: why,
    mayAppeal: true,
  })

  const appeal = {
    kind: 'comment',
    subjectId: id,
    personId,
    text: 'Je parlais des voleurs de vélos, pas des voisins.',
    now,
  } as const
  expect(await fileAppeal(belleville, appeal)).toMatchObject({ ok: true })
  const reply = { taskId: await taskOf(id, 'appeal'), byId: await aReader(), text: why, now }
  expect(await upholdAppeal(belleville, reply)).toMatchObject({ ok: true })
  expect(await stateOf(id)).toBe('visible')
  const told = await inCity((db) =>
    db
      .select({ kind: journal.kind, detail: journal.detail })
      .from(journal)
      .where(eq(journal.aboutId, ideaId)),
  )
  expect(told.find(({ kind }) => kind === 'comment_hidden')?.detail).toMatchObject({
    tell: [personId],
    text: why,
  })
  expect(told.some(({ kind }) => kind === 'comment_restored')).toBe(true)
})

test('a comment its author takes away leaves the desk', async () => {
  const { personId, id } = await aComment()
  await reported(id, { kind: 'comment' })
  const taskId = await taskOf(id, 'report')
  await removeComment(belleville, { commentId: id, personId, now })
  const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.id, taskId)))
  expect(task!.closedAt).not.toBeNull()
})

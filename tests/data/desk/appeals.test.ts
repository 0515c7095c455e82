import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appeals, decisions, ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { fileAppeal, rejectAppeal, upholdAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { aPerson } from '../../support/factories'
import { belleville } from '../../support/deposits'
import { aReader, published, refusedBy, reported, taskOf, why } from '../../support/desk'

const now = new Date()

const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)

const ideaOf = async (id: string) =>
  (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!

const disagree = (subjectId: string, personId: string) =>
  fileAppeal(belleville, {
    kind: 'idea',
    subjectId,
    personId,
    text: 'Le texte ne nomme personne : relisez-le, s’il vous plaît.',
    now,
  })

describe('an author who is refused', () => {
  test('reads the whole statement of reasons, and never by whom', async () => {
    const byId = await aReader('Nom Secret')
    const { ideaId, personId } = await refusedBy(byId)
    const statement = await findStatement(belleville, ideaId, personId)
    expect(statement).toMatchObject({
      ...{ restriction: 'not_published', code: 'unclear', text: why, source: 'submission' },
      ...{ ground: 'rules', ruleVersion: 1, isAutomated: false, mayAppeal: true },
    })
    expect(JSON.stringify(statement)).not.toMatch(new RegExp(`${byId}|Nom Secret`))
    expect(await findStatement(belleville, ideaId, await aPerson(belleville))).toBeNull()
  })

  test('appeals once, in time, and for themselves', async () => {
    const { ideaId, personId } = await refusedBy(await aReader())
    expect(await disagree(ideaId, await aPerson(belleville))).toMatchObject({ refusal: 'not_appealable' })
    const twice = await Promise.all([disagree(ideaId, personId), disagree(ideaId, personId)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ refusal: 'appeal_already' })
  })

  test('and wins: the text is read again, by whoever then publishes it', async () => {
    const { ideaId, personId } = await refusedBy(await aReader())
    await disagree(ideaId, personId)
    const act = { taskId: await taskOf(ideaId, 'appeal'), byId: await aReader(), text: why, now }
    expect(await upholdAppeal(belleville, act)).toMatchObject({ ok: true })
    expect(await ideaOf(ideaId)).toMatchObject({ publication: 'submitted', treatedById: null })
    expect((await ideaOf(ideaId)).moderationDueAt!.getTime()).toBeGreaterThan(now.getTime())
    expect(await publishIdea(belleville, { ideaId, byId: act.byId, now })).toMatchObject({ ok: true })
    const kinds = await inCity((db) =>
      db.select({ kind: journal.kind }).from(journal).where(eq(journal.aboutId, ideaId)),
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['submitted', 'refused', 'appeal_filed', 'appeal_upheld', 'published']),
    )
  })

  test('and loses: the decision stands, with an answer', async () => {
    const { ideaId, personId } = await refusedBy(await aReader())
    await disagree(ideaId, personId)
    const act = { taskId: await taskOf(ideaId, 'appeal'), byId: await aReader(), text: why, now }
    expect(await rejectAppeal(belleville, act)).toMatchObject({ ok: true })
    expect(await findStatement(belleville, ideaId, personId)).toMatchObject({
      outcome: 'rejected',
      reply: why,
      mayAppeal: false,
    })
    expect(await disagree(ideaId, personId)).toMatchObject({ refusal: 'appeal_already' })
  })
})

test('an author whose text was hidden wins it back', async () => {
  const [{ ideaId, personId }, byId] = [await published(), await aReader()]
  await reported(ideaId)
  await hideSubject(belleville, {
    taskId: await taskOf(ideaId, 'report'),
    byId,
    now,
    code: 'offensive',
    text: why,
    groundText: null,
  })
  await disagree(ideaId, personId)
  const taskId = await taskOf(ideaId, 'appeal')
  expect(await upholdAppeal(belleville, { taskId, byId: await aReader(), text: why, now })).toMatchObject({
    ok: true,
  })
  expect(await ideaOf(ideaId)).toMatchObject({ publication: 'published', refusalCode: null })
})

describe('item 23: the first reader never reads the appeal', () => {
  test('by the command', async () => {
    const first = await aReader()
    const { ideaId, personId } = await refusedBy(first)
    await disagree(ideaId, personId)
    const act = { taskId: await taskOf(ideaId, 'appeal'), byId: first, text: why, now }
    expect(await upholdAppeal(belleville, act)).toMatchObject({ refusal: 'same_reader' })
    expect(await rejectAppeal(belleville, act)).toMatchObject({ refusal: 'same_reader' })
  })

  test('by the database, which also knows who the first reader was', async () => {
    const first = await aReader()
    const { ideaId, personId } = await refusedBy(first)
    await disagree(ideaId, personId)
    const [decision] = await inCity((db) =>
      db
        .select()
        .from(decisions)
        .where(and(eq(decisions.subjectId, ideaId), eq(decisions.act, 'refuse'))),
    )
    const own = eq(appeals.decisionId, decision!.id)
    const answered = { outcome: 'rejected', reply: why, decidedAt: now } as const
    const bySame = inCity((db) =>
      db
        .update(appeals)
        .set({ ...answered, reviewerId: first })
        .where(own),
    )
    await expect(bySame).rejects.toMatchObject({ cause: { constraint_name: 'appeals_read_by_another' } })
    const feigned = inCity(async (db) => db.update(appeals).set({ firstReaderId: personId }).where(own))
    await expect(feigned).rejects.toMatchObject({
      cause: { constraint_name: 'appeals_first_reader_decided' },
    })
    const byAuthor = inCity((db) =>
      db
        .update(appeals)
        .set({ ...answered, reviewerId: personId })
        .where(own),
    )
    await expect(byAuthor).rejects.toMatchObject({ cause: { constraint_name: 'appeals_not_by_author' } })
  })
})

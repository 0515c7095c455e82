import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { appeals, changeRequests, decisions, ideas, journal, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { pullBack } from '@/lib/ideas/authoring/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { fileAppeal, rejectAppeal, upholdAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { findFigures, listPublicDecisions } from '@/lib/moderation/figures/queries'
import { monthOf } from '@/lib/moderation/figures/rules'
import { answerChanges, askChanges, refuseSilent } from '@/lib/moderation/rounds/commands'
import { aPerson } from '../../support/factories'
import { belleville } from '../../support/deposits'
import { aReader, published, refusedBy, reported, sent, taskOf, why } from '../../support/desk'

const now = new Date()
const day = 86_400_000
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

describe('an author who is asked to change something', () => {
  const ask = async (ideaId: string) =>
    askChanges(belleville, {
      taskId: await taskOf(ideaId, 'submission'),
      byId: await aReader(),
      text: why,
      now,
    })
  const answer = (ideaId: string, personId: string, title: string) =>
    answerChanges(belleville, {
      ideaId,
      personId,
      title,
      body: 'Une place, de l’ombre et des bancs pour toutes et tous. '.repeat(6),
      now,
    })
  const late = (ideaId: string) =>
    inCity((db) =>
      db
        .update(changeRequests)
        .set({ dueAt: new Date(now.getTime() - day) })
        .where(eq(changeRequests.subjectId, ideaId)),
    )

  test('has two rounds at most, and sends the text again each time', async () => {
    const { ideaId, personId } = await sent()
    expect(await ask(ideaId)).toMatchObject({ ok: true })
    expect(
      await answer(ideaId, personId, `Des bancs sous les platanes ${ideaId}`.slice(0, 70)),
    ).toMatchObject({ ok: true })
    expect(await answer(ideaId, personId, 'Encore une fois autre chose ici')).toMatchObject({
      refusal: 'nothing_asked',
    })
    expect(await ask(ideaId)).toMatchObject({ ok: true })
    await answer(ideaId, personId, `Des bancs à l’ombre des platanes ${ideaId}`.slice(0, 70))
    expect(await ask(ideaId)).toMatchObject({ refusal: 'too_many_rounds' })
    const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.subjectId, ideaId)))
    expect(task).toMatchObject({ state: 'waiting', title: expect.stringContaining('à l’ombre des platanes') })
  })

  test('and does not answer in ten days is refused for that, by nobody, once', async () => {
    const { ideaId, personId } = await sent()
    await ask(ideaId)
    await refuseSilent(belleville, now)
    expect(await ideaOf(ideaId)).toMatchObject({ publication: 'submitted' })
    await late(ideaId)
    await Promise.all([refuseSilent(belleville, now), refuseSilent(belleville, now)])
    expect(await ideaOf(ideaId)).toMatchObject({
      publication: 'refused',
      refusalCode: 'no_reply',
      treatedById: null,
    })
    const statement = await findStatement(belleville, ideaId, personId)
    expect(statement).toMatchObject({
      isAutomated: true,
      source: 'silence',
      code: 'no_reply',
      mayAppeal: true,
    })
    expect(await disagree(ideaId, personId)).toMatchObject({ ok: true })
    expect(
      await inCity((db) =>
        db.$count(decisions, and(eq(decisions.subjectId, ideaId), eq(decisions.act, 'refuse'))),
      ),
    ).toBe(1)
  })

  test('and takes it back instead is not refused for their silence', async () => {
    const { ideaId, personId } = await sent()
    await ask(ideaId)
    await pullBack(belleville, { ideaId, personId, now })
    await late(ideaId)
    await refuseSilent(belleville, now)
    expect(await ideaOf(ideaId)).toMatchObject({ publication: 'draft' })
  })
})

test('the month’s public figures count what was done, and its register names no agent', async () => {
  const byId = await aReader('Agente Anonyme')
  const month = monthOf('', belleville.timeZone, now)
  const before = await findFigures(belleville, month)
  await refusedBy(byId)
  await published()
  const after = await findFigures(belleville, month)
  expect(after.received - before.received).toBe(2)
  expect(after.decided.refused - before.decided.refused).toBe(1)
  expect(after.decided.published - before.decided.published).toBe(1)
  const { decisions: listed } = await listPublicDecisions(belleville, month, {})
  expect(JSON.stringify(listed)).not.toMatch(new RegExp(`${byId}|Agente Anonyme`))
  const first = await listPublicDecisions(belleville, month, { most: 2 })
  const second = await listPublicDecisions(belleville, month, { most: 2, before: first.next })
  expect(new Set([...first.decisions, ...second.decisions].map(({ id }) => id)).size).toBe(4)
})

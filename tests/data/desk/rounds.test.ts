import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeRequests, decisions, ideas, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { pullBack } from '@/lib/ideas/authoring/commands'
import { fileAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { findFigures, listPublicDecisions } from '@/lib/moderation/figures/queries'
import { monthOf } from '@/lib/moderation/figures/rules'
import { answerChanges, askChanges } from '@/lib/moderation/rounds/commands'
import { refuseSilent } from '@/lib/moderation/rounds/silence/commands'
import { belleville } from '../../support/deposits'
import { aReader, published, refusedBy, sent, taskOf, why } from '../../support/desk'

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
  await refusedBy(byId)
  await published()
  const first = await listPublicDecisions(belleville, month, { most: 2 })
  const second = await listPublicDecisions(belleville, month, { most: 2, before: first.next })
  expect(new Set([...first.decisions, ...second.decisions].map(({ id }) => id)).size).toBe(4)
})

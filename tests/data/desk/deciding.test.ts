import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { decisions, ideas, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { keepSubject } from '@/lib/moderation/hiding/commands'
import { holdTask } from '@/lib/moderation/rounds/commands'
import { belleville } from '../../support/deposits'
import { aReader, reported, published, sent, taskOf, why } from '../../support/desk'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const ideaOf = async (id: string) =>
  (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!
const refusalAs = (constraint: string) => (error: { cause?: { constraint_name?: string } }) =>
  error.cause?.constraint_name === constraint

describe('item 22: a refusal without code or text is impossible', () => {
  test('by the command: the law named by its article, the words long enough', async () => {
    const { ideaId } = await sent()
    const byId = await aReader()
    const refuse = (said: object) =>
      refuseIdea(belleville, { ideaId, byId, code: 'unclear', text: why, now, ...said })
    expect(await refuse({ text: 'non' })).toMatchObject({ refusal: 'reason_too_short' })
    expect(await refuse({ code: 'hate' })).toMatchObject({ refusal: 'law_needed' })
    expect(await refuse({ code: 'hate', groundText: 'article 24, loi du 29 juillet 1881' })).toMatchObject({
      ok: true,
    })
    const [written] = await inCity((db) => db.select().from(decisions).where(eq(decisions.subjectId, ideaId)))
    expect(written).toMatchObject({
      act: 'refuse',
      ground: 'law',
      restriction: 'not_published',
      isAutomated: false,
    })
  })

  test.each([
    ['code', { code: null }, 'decisions_state_reasons'],
    ['text', { text: null }, 'decisions_say_why'],
    ['remedy', { appealUntil: null }, 'decisions_state_reasons'],
    ['ground', { ground: null }, 'decisions_state_reasons'],
    ['restriction', { restriction: 'none' }, 'decisions_state_reasons'],
    ['author of the decision', { byId: null }, 'decisions_by_someone'],
    ['article', { ground: 'law', groundText: null }, 'decisions_state_reasons'],
  ])('by the database: no %s', async (_what, missing, constraint) => {
    const whole: typeof decisions.$inferInsert = {
      ...{
        subjectKind: 'idea',
        subjectId: crypto.randomUUID(),
        act: 'refuse',
        source: 'submission',
        at: now,
      },
      ...{ code: 'unclear', text: why, ground: 'rules', restriction: 'not_published', appealUntil: now },
      byId: await aReader(),
    }
    await inCity((db) => db.insert(decisions).values(whole))
    const lacking = { ...whole, ...missing } as typeof decisions.$inferInsert
    await expect(inCity((db) => db.insert(decisions).values(lacking))).rejects.toSatisfy(
      refusalAs(constraint),
    )
  })

  test('and no state changes without its decision (T31)', async () => {
    const [waiting, shown] = [await sent(), await published()]
    const refusal = {
      publication: 'refused',
      refusalCode: 'unclear',
      refusalText: why,
      refusedAt: now,
    } as const
    const change = (id: string, to: Partial<typeof ideas.$inferInsert>) =>
      inCity((db) => db.update(ideas).set(to).where(eq(ideas.id, id)))
    await expect(change(waiting.ideaId, refusal)).rejects.toThrow()
    await expect(change(shown.ideaId, { publication: 'hidden' })).rejects.toThrow()
    expect(await ideaOf(shown.ideaId)).toMatchObject({ publication: 'published' })
  })
})

test('two moderators decide at once: one decision, and the second reads it', async () => {
  const { ideaId } = await published()
  await reported(ideaId)
  const taskId = await taskOf(ideaId, 'report')
  const [sofia, omar] = [await aReader(), await aReader()]
  const both = await Promise.all(
    [sofia, omar].map((byId) => keepSubject(belleville, { taskId, byId, text: why, now })),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'already_decided' })
})

test('a decision about what was deleted meanwhile decides nothing', async () => {
  const { ideaId } = await sent()
  const [byId, taskId] = [await aReader(), await taskOf(ideaId, 'submission')]
  await inCity((db) => db.delete(ideas).where(eq(ideas.id, ideaId)))
  expect(await holdTask(belleville, { taskId, byId, text: why, now })).toMatchObject({
    refusal: 'gone_meanwhile',
  })
  expect(await publishIdea(belleville, { ideaId, byId, now })).toMatchObject({ refusal: 'not_there' })
  const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.id, taskId)))
  expect(task!.closedAt).not.toBeNull()
})

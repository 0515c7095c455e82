import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { decisions, ideas, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { record } from '@/lib/journal/commands'
import { fileAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { confirmHiding, hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { belleville } from '../../support/deposits'
import { aReader, published, taskOf, why } from '../../support/desk'
import { goes } from '../../support/histories'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const publicationOf = async (id: string) =>
  (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!.publication
const hidden = { code: 'offensive', text: why, groundText: null } as const

describe('edge 40: what the city owes an answer about', () => {
  const taskAbout = async (ideaId: string) => {
    const taken = await takeUp(belleville, { kind: 'idea', address: ideaId, byId: await aReader(), now })
    return (taken as { value: { taskId: string } }).value.taskId
  }
  const obliging = async () => {
    const idea = await published()
    await goes(belleville, idea.ideaId, 'reach', { reachedAt: now, countAtThreshold: 5 })
    return idea
  }
  const hiddenByTwo = async (ideaId: string) => {
    const taskId = await taskAbout(ideaId)
    const first = { taskId, byId: await aReader(), now, ...hidden }
    expect(await hideSubject(belleville, first)).toMatchObject({ value: { waitsForSecond: true } })
    const act = { taskId: await taskOf(ideaId, 'second_look'), byId: await aReader(), now }
    expect(await confirmHiding(belleville, act)).toMatchObject({ ok: true })
  }

  test('is hidden for what it says alone, and by two however few support it', async () => {
    const { ideaId } = await obliging()
    const act = { taskId: await taskAbout(ideaId), byId: await aReader(), now, ...hidden }
    expect(await hideSubject(belleville, { ...act, code: 'advert' })).toMatchObject({
      refusal: 'hidden_code_needed',
    })
    await hiddenByTwo(ideaId)
    expect(await publicationOf(ideaId)).toBe('hidden')
  })

  test('is not confirmed for another reason when the threshold came between the two', async () => {
    const { ideaId } = await published()
    await inCity((db) => db.update(ideas).set({ supportCount: 101 }).where(eq(ideas.id, ideaId)))
    const act = {
      taskId: await taskAbout(ideaId),
      byId: await aReader(),
      now,
      ...hidden,
      code: 'advert',
    } as const
    expect(await hideSubject(belleville, act)).toMatchObject({ value: { waitsForSecond: true } })
    await goes(belleville, ideaId, 'reach', { reachedAt: now, countAtThreshold: 101 })
    const second = { taskId: await taskOf(ideaId, 'second_look'), byId: await aReader(), now }
    expect(await confirmHiding(belleville, second)).toMatchObject({ refusal: 'hidden_code_needed' })
    expect(await publicationOf(ideaId)).toBe('published')
  })

  test('is not hidden by one even by hand', async () => {
    const { ideaId } = await obliging()
    const byId = await aReader()
    const alone = inCity(async (db) => {
      await db.insert(decisions).values({
        ...{ subjectKind: 'idea', subjectId: ideaId, act: 'hide', source: 'own_initiative', at: now, byId },
        ...{ code: 'spam', text: why, ground: 'rules', restriction: 'hidden', appealUntil: now },
      })
      await record(db, {
        kind: 'hidden',
        aboutId: ideaId,
        byId,
        byRole: 'moderator',
        visibility: 'public',
        at: now,
      })
      await db.update(ideas).set({ publication: 'hidden' }).where(eq(ideas.id, ideaId))
    })
    await expect(alone).rejects.toMatchObject({ constraint_name: 'ideas_change_by_decision' })
  })

  test('is read again within 72 hours when its author disagrees, as any idea that was hidden', async () => {
    const { ideaId, personId } = await obliging()
    await hiddenByTwo(ideaId)
    await fileAppeal(belleville, { kind: 'idea', subjectId: ideaId, personId, text: why, now })
    const appeal = and(eq(tasks.subjectId, ideaId), eq(tasks.kind, 'appeal'))
    const [appealed] = await inCity((db) => db.select().from(tasks).where(appeal))
    expect(appealed!.dueAt.getTime() - now.getTime()).toBe(72 * 3_600_000)
    expect(await findStatement(belleville, ideaId, personId)).toMatchObject({ appealDueAt: appealed!.dueAt })
  })
})

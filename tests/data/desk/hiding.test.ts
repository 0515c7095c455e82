import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { decisions, ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { findPublicIdea } from '@/lib/ideas/queries'
import { fileAppeal } from '@/lib/moderation/appeals/commands'
import { claimTask, claimTasks, releaseTasks } from '@/lib/moderation/desk/commands'
import { findTask } from '@/lib/moderation/desk/queries'
import { confirmHiding, declineHiding, hideSubject, restoreSubject } from '@/lib/moderation/hiding/commands'
import { readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { belleville } from '../../support/deposits'
import { goes } from '../../support/histories'
import { aReader, published, reported, taskOf, why } from '../../support/desk'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const publicationOf = async (id: string) =>
  (await inCity((db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!.publication
const moderating = (id: string) => ({
  id,
  grants: [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as const,
})
const hidden = { code: 'offensive', text: why, groundText: null } as const
describe('what over a hundred people support', () => {
  async function supported(count: number) {
    const { ideaId, personId } = await published()
    await inCity((db) => db.update(ideas).set({ supportCount: count }).where(eq(ideas.id, ideaId)))
    const taken = await takeUp(belleville, { kind: 'idea', address: ideaId, byId: await aReader(), now })
    return { ideaId, personId, taskId: (taken as { value: { taskId: string } }).value.taskId }
  }

  test('edge 40: is hidden by one person up to a hundred, by two above', async () => {
    const byId = await aReader()
    const [few, many] = [await supported(100), await supported(101)]
    expect(await hideSubject(belleville, { taskId: few.taskId, byId, now, ...hidden })).toMatchObject({
      value: { waitsForSecond: false },
    })
    expect(await publicationOf(few.ideaId)).toBe('hidden')
    expect(await hideSubject(belleville, { taskId: many.taskId, byId, now, ...hidden })).toMatchObject({
      value: { waitsForSecond: true },
    })
    expect(await publicationOf(many.ideaId)).toBe('published')
    const second = await taskOf(many.ideaId, 'second_look')
    expect(await confirmHiding(belleville, { taskId: second, byId, now })).toMatchObject({
      refusal: 'same_reader',
    })
    expect(await confirmHiding(belleville, { taskId: second, byId: await aReader(), now })).toMatchObject({
      ok: true,
    })
    expect(await publicationOf(many.ideaId)).toBe('hidden')
  })

  test('stays when the second person sees it otherwise, and comes back when it was wrong', async () => {
    const { ideaId, taskId } = await supported(500)
    await hideSubject(belleville, { taskId, byId: await aReader(), now, ...hidden })
    const act = { taskId: await taskOf(ideaId, 'second_look'), byId: await aReader(), now, text: why }
    expect(await declineHiding(belleville, act)).toMatchObject({ ok: true })
    expect(await publicationOf(ideaId)).toBe('published')
  })

  test('is held by nobody who read it before: not the second look, nor the appeal', async () => {
    const { ideaId, personId, taskId } = await supported(101)
    const [first, second, third] = [await aReader(), await aReader(), await aReader()]
    const claims = async (kind: 'second_look' | 'appeal', byId: string) => {
      const asked = await taskOf(ideaId, kind)
      const several = await claimTasks(belleville, { taskIds: [asked], byId })
      await releaseTasks(belleville, { taskIds: [asked], byId })
      const alone = await claimTask(belleville, { taskId: asked, byId, now, takeOver: true })
      return { ...(several.ok && several.value), isOffered: await isOffered(asked, byId), ...alone }
    }
    const isOffered = async (asked: string, byId: string) => {
      const waiting = { ...readQueue({}), reader: moderating(byId) }
      const pages = [await listQueue(belleville, waiting)]
      for (let after = pages[0]!.next; after; after = pages.at(-1)!.next)
        pages.push(await listQueue(belleville, { ...waiting, after }))
      return !pages.flatMap(({ shown }) => shown).find(({ id }) => id === asked)!.isReadBefore
    }
    const no = { count: 0, left: { same_reader: 1 }, isOffered: false, refusal: 'same_reader' }
    await hideSubject(belleville, { taskId, byId: first, now, ...hidden })
    expect(await claims('second_look', first)).toMatchObject(no)
    await confirmHiding(belleville, { taskId: await taskOf(ideaId, 'second_look'), byId: second, now })
    await fileAppeal(belleville, { kind: 'idea', subjectId: ideaId, personId, text: why, now })
    for (const byId of [first, second]) expect(await claims('appeal', byId)).toMatchObject(no)
    const read = await findTask(belleville, { id: await taskOf(ideaId, 'appeal'), reader: moderating(third) })
    expect([...read!.earlier].sort()).toEqual([first, second].sort())
    expect(await claims('appeal', third)).toMatchObject({
      ...{ count: 1, left: {}, isOffered: true, ok: true },
    })
  })

  test('is not hidden by one even by hand: the database wants a second name', async () => {
    const { ideaId } = await supported(101)
    const byId = await aReader()
    const alone = inCity(async (db) => {
      await db.insert(decisions).values({
        ...{ subjectKind: 'idea', subjectId: ideaId, act: 'hide', source: 'own_initiative', at: now, byId },
        ...{ code: 'spam', text: why, ground: 'rules', restriction: 'hidden', appealUntil: now },
      })
      await db.update(ideas).set({ publication: 'hidden' }).where(eq(ideas.id, ideaId))
    })
    await expect(alone).rejects.toThrow()
    const twice = { secondById: byId, byId }
    await expect(
      inCity((db) =>
        db.insert(decisions).values({
          ...{
            subjectKind: 'idea',
            subjectId: ideaId,
            act: 'hide',
            source: 'own_initiative',
            at: now,
            ...twice,
          },
          ...{ code: 'spam', text: why, ground: 'rules', restriction: 'hidden', appealUntil: now },
        }),
      ),
    ).rejects.toMatchObject({ cause: { constraint_name: 'decisions_by_two' } })
  })
})

test('what was hidden is given back with a reason, and its supports with it', async () => {
  const [{ ideaId }, byId] = [await published(), await aReader()]
  await reported(ideaId)
  await hideSubject(belleville, { taskId: await taskOf(ideaId, 'report'), byId, now, ...hidden })
  const taken = await takeUp(belleville, { kind: 'idea', address: ideaId, byId, now })
  const taskId = (taken as { value: { taskId: string } }).value.taskId
  expect(await restoreSubject(belleville, { taskId, byId, text: why, now })).toMatchObject({ ok: true })
  expect(await findPublicIdea(belleville, ideaId)).toMatchObject({
    isHidden: false,
    publication: 'published',
  })
})

test.each([
  ['withdrawn', 'withdraw'],
  ['merged', 'merge'],
] as const)(
  'a text that was %s can be hidden, and is what it was when it comes back',
  async (was, change) => {
    const [{ ideaId }, other, byId] = [await published(), await published(), await aReader()]
    await goes(belleville, ideaId, change, was === 'merged' ? { mergedIntoId: other.ideaId } : {})
    const taken = () => takeUp(belleville, { kind: 'idea', address: ideaId, byId, now })
    const taskId = async () => ((await taken()) as { value: { taskId: string } }).value.taskId
    expect(await hideSubject(belleville, { taskId: await taskId(), byId, now, ...hidden })).toMatchObject({
      ok: true,
    })
    expect(await publicationOf(ideaId)).toBe('hidden')
    expect(await restoreSubject(belleville, { taskId: await taskId(), byId, text: why, now })).toMatchObject({
      ok: true,
    })
    expect(await publicationOf(ideaId)).toBe(was)
  },
)

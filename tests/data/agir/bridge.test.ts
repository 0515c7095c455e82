import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities } from '@/drizzle/schema'
import { beginActivity } from '@/lib/agir/activities/answers/commands'
import {
  findBridgeOfActivity,
  findBridgeOfIdea,
  findHelped,
  findToHelp,
  listIdeasBornOf,
  listMissions,
  listNeedsBehind,
} from '@/lib/agir/bridge/queries'
import { listNewsOf } from '@/lib/agir/news/queries'
import { publishNews, sendNews, tellNews } from '@/lib/agir/news/commands'
import { inTenant } from '@/lib/db'
import { beginDraft } from '@/lib/ideas/deposit/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { publishSubject } from '@/lib/moderation/submissions/commands'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aReader, taskOf, why } from '../../support/desk'
import { anIdea, aPerson, marsa } from '../../support/factories'
import { anInitiative, someNews } from '../../support/initiatives'

const now = new Date()
const yesterday = new Date(now.getTime() - 86_400_000)
const tomorrow = new Date(now.getTime() + 86_400_000)
const words = {
  title: 'Quarante sacs en une matinée',
  body: 'Nous étions dix-huit, il a plu une heure, et les deux rives sont propres.',
}
const wish = { title: 'Planter les arbres promis', kind: 'mission' as const, themeIds: ['nature'] }
const citizen = (id: string) => ({ id, roles: [], grants: [] }) as never

const reached = (authorId: string) =>
  anIdea(belleville, { authorId, collection: 'reached', reachedAt: yesterday })

async function aMission(ideaId: string, trust = 0) {
  const personId = await aPerson(belleville)
  const { id: organisationId } = await anOrganisation(belleville, { trust })
  await aMember(belleville, organisationId, personId)
  const { id, slug } = await anActivity(belleville, { ideaId, organisationId })
  await aDate(belleville, id, yesterday)
  return { id, slug, personId }
}

async function told(mission: { id: string; personId: string }) {
  const act = { personId: mission.personId, now }
  const begun = await tellNews(belleville, {
    ...act,
    ...words,
    kind: 'activity',
    id: mission.id,
    locale: 'fr',
  })
  if (!begun.ok) throw new Error(begun.refusal)
  const newsId = begun.value.id
  return { newsId, ...act, sent: await sendNews(belleville, { ...act, newsId }) }
}

const toldOf = async (slug: string) =>
  (await findPublicIdea(belleville, slug))!.entries.filter(({ kind }) => kind === 'mission_reported')

test('who carries an idea that has its right offers a mission for it, and nobody else does', async () => {
  const authorId = await aPerson(belleville)
  const idea = await reached(authorId)
  const act = { now, locale: 'fr' as const, wish, organiser: 'self', idea: idea.id }
  const [own, other] = [authorId, await aPerson(belleville)]
  const ids = await Promise.all(
    [own, other].map(async (personId) => {
      const begun = await beginActivity(belleville, { ...act, personId })
      if (!begun.ok) throw new Error(begun.refusal)
      return begun.value.id
    }),
  )
  const helped = await Promise.all(
    ids.map((id) =>
      inTenant(belleville, (db) =>
        db.select({ ideaId: activities.ideaId }).from(activities).where(eq(activities.id, id)),
      ),
    ),
  )
  expect(helped.map(([row]) => row!.ideaId)).toEqual([idea.id, null])
})

test('an idea that still gathers voices opens no mission', async () => {
  const authorId = await aPerson(belleville)
  const idea = await anIdea(belleville, { authorId })
  expect(await findToHelp(belleville, idea.id, citizen(authorId))).toBeNull()
})

test('missions are shown with the idea they help, and the idea with them, in their city alone', async () => {
  const idea = await reached(await aPerson(belleville))
  const { id, slug } = await anActivity(belleville, { ideaId: idea.id })
  const { id: occurrenceId } = await aDate(belleville, id, tomorrow)
  const { slug: unpublished } = await anActivity(belleville, { ideaId: idea.id, publication: 'archived' })
  const shown = await listMissions(belleville, idea.id, now)
  expect(shown).toMatchObject([{ slug, occurrenceId }])
  expect(shown.map((one) => one.slug)).not.toContain(unpublished)
  expect(await findHelped(belleville, idea.id)).toMatchObject({ slug: idea.slug })
  expect(await listMissions(marsa, idea.id, now)).toEqual([])
  expect(await findHelped(marsa, idea.id)).toBeNull()
})

test('what a mission did joins the line of its idea once it has been read, and leaves it when taken from view', async () => {
  const idea = await reached(await aPerson(belleville))
  const mission = await aMission(idea.id)
  const { newsId, sent } = await told(mission)
  expect(sent).toEqual({ ok: true, value: { isPublic: false } })
  expect(await toldOf(idea.slug!)).toEqual([])

  const byId = await aReader()
  await publishSubject(belleville, { taskId: await taskOf(newsId, 'submission'), byId, now })
  expect(await toldOf(idea.slug!)).toMatchObject([{ byRole: 'author', detail: { title: words.title } }])
  expect(await listNewsOf(belleville, { activityId: mission.id })).toMatchObject([words])

  const taken = await takeUp(belleville, { kind: 'news', address: newsId, byId, now })
  if (!taken.ok) throw new Error(taken.refusal)
  await hideSubject(belleville, {
    taskId: taken.value.taskId,
    byId,
    now,
    code: 'spam',
    text: why,
    groundText: null,
  })
  expect(await toldOf(idea.slug!)).toEqual([])
  expect(await listNewsOf(belleville, { activityId: mission.id })).toEqual([])
})

test('who has proven who they are tells at once, and what is told again joins the line once', async () => {
  const idea = await reached(await aPerson(belleville))
  const mission = await aMission(idea.id, 2)
  const { newsId, personId, sent } = await told(mission)
  expect(sent).toEqual({ ok: true, value: { isPublic: true } })
  expect(await sendNews(belleville, { newsId, personId, now })).toMatchObject({ refusal: 'already_sent' })
  expect(await toldOf(idea.slug!)).toHaveLength(1)
})

test('nobody tells how a date went before it began, nor of what others organise', async () => {
  const personId = await aPerson(belleville)
  const { id } = await anActivity(belleville, { organiserId: personId })
  await aDate(belleville, id, tomorrow)
  const act = { ...words, kind: 'activity' as const, id, locale: 'fr' as const, now }
  expect(await tellNews(belleville, { ...act, personId })).toMatchObject({ refusal: 'not_yet' })
  const stranger = await aPerson(belleville)
  expect(await tellNews(belleville, { ...act, personId: stranger })).toMatchObject({ refusal: 'not_there' })
})

test('an initiative shows what was told of it and of all that belongs to it', async () => {
  const { id: initiativeId } = await anInitiative(belleville)
  const { id: activityId } = await anActivity(belleville, { initiativeId })
  const ids = [await someNews(belleville, { initiativeId }), await someNews(belleville, { activityId })]
  await inTenant(belleville, async (db) => {
    for (const id of ids)
      await publishNews(db, { id, activityId: null, publishedAt: null } as never, null, now)
  })
  const all = await listNewsOf(belleville, { initiativeId })
  expect(all.map(({ id }) => id).sort()).toEqual([...ids].sort())
})

test('a need that became an idea is kept on both sides', async () => {
  const { id: need, slug, title } = await anActivity(belleville, { kind: 'standing_need' })
  const holder = { personId: await aPerson(belleville), draftKey: null }
  const begun = await beginDraft(belleville, {
    ...{ holder, now, locale: 'fr', title: 'Un conducteur pour les aînés', themeId: 'entraide', need },
  })
  if (!begun.ok) throw new Error(begun.refusal)
  expect(await listNeedsBehind(belleville, begun.value.id)).toEqual([{ slug, title }])
  expect(await listIdeasBornOf(belleville, need)).toEqual([])
})

test('where the city has only one of the two, nothing leads to the other', async () => {
  const idea = await reached(await aPerson(belleville))
  const { id } = await anActivity(belleville, { ideaId: idea.id })
  const half = (ideas: boolean, agir: boolean) => ({
    ...belleville,
    modules: { ...belleville.modules, ideas, agir },
  })
  expect(await findBridgeOfIdea(half(true, false), idea.id, now)).toBeNull()
  expect(await findBridgeOfActivity(half(false, true), { id, ideaId: idea.id })).toBeNull()
  expect(await findBridgeOfActivity(belleville, { id, ideaId: idea.id })).toMatchObject({
    helped: { slug: idea.slug },
  })
})

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { messages, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { findTask } from '@/lib/moderation/desk/queries'
import { keepSubject } from '@/lib/moderation/hiding/commands'
import { readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import type { SubjectKind } from '@/lib/moderation/rules'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { belleville as city } from '@/tenants/belleville'
import { aMember, anActivity, anOrganisation } from '../../support/agir'
import { aConversation } from '../../support/conversations'
import { aReader, why } from '../../support/desk'
import { aPerson } from '../../support/factories'
import { anInitiative, someNews } from '../../support/initiatives'

const now = new Date()

/** Everything a group says, written by somebody else of it. */
async function whatAGroupSays() {
  const organisation = await anOrganisation(city)
  const activity = await anActivity(city, { organisationId: organisation.id })
  const initiative = await anInitiative(city, { organisationId: organisation.id })
  const news = await someNews(city, { initiativeId: initiative.id, state: 'published', publishedAt: now })
  const asked = await aConversation(city, { personId: await aPerson(city), activityId: activity.id })
  const shared = eq(messages.id, asked.message)
  await inTenant(city, (db) => db.update(messages).set({ sharedAt: now }).where(shared))
  const things = [
    ['organisation', organisation.id],
    ['activity', activity.id],
    ['initiative', initiative.id],
    ['news', news],
    ['message', asked.message],
  ] as [SubjectKind, string][]
  return { organisationId: organisation.id, things }
}

async function reportedNow(subjectKind: SubjectKind, subjectId: string) {
  const task = {
    subjectKind,
    subjectId,
    kind: 'report',
    title: 'À relire',
    openedAt: now,
    dueAt: new Date(0),
  }
  const [row] = await inTenant(city, (db) =>
    db
      .insert(tasks)
      .values({ ...task, kind: 'report' })
      .returning({ id: tasks.id }),
  )
  return row!.id
}

test('what their own group says is for others to judge: it is not offered, not taken up, and decided by somebody else', async () => {
  const [ofTheGroup, another] = [await aReader(), await aReader()]
  const { organisationId, things } = await whatAGroupSays()
  await aMember(city, organisationId, ofTheGroup, { role: 'member' })
  const grants = [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as const
  const offered = async (id: string, taskId: string) => {
    const reader = { id, grants }
    const { shown } = await listQueue(city, { ...readQueue({}), reader })
    const read = await findTask(city, { id: taskId, reader })
    return [shown.find((row) => row.id === taskId)!.isOwn, read!.isOwn]
  }
  for (const [kind, subjectId] of things) {
    const taskId = await reportedNow(kind, subjectId)
    expect([kind, await offered(ofTheGroup, taskId)]).toEqual([kind, [true, true]])
    expect([kind, await offered(another, taskId)]).toEqual([kind, [false, false]])
    const keeps = (byId: string) => keepSubject(city, { taskId, byId, text: why, now })
    expect(await keeps(ofTheGroup)).toMatchObject({ refusal: 'own_item' })
    const taken = await takeUp(city, { kind, address: subjectId, byId: ofTheGroup, now })
    expect(taken).toMatchObject({ refusal: kind === 'message' ? 'not_there' : 'own_item' })
    expect(await keeps(another)).toMatchObject({ ok: true })
  }
})

test('what was told of an activity that one organises alone is for others to judge, whoever told it', async () => {
  const [organiser, teller] = [await aReader(), await aPerson(city)]
  const activity = await anActivity(city, { organiserId: organiser })
  const told = { activityId: activity.id, byId: teller, state: 'published', publishedAt: now } as const
  const taskId = await reportedNow('news', await someNews(city, told))
  const keeps = (byId: string) => keepSubject(city, { taskId, byId, text: why, now })
  expect(await keeps(organiser)).toMatchObject({ refusal: 'own_item' })
  expect(await keeps(await aReader())).toMatchObject({ ok: true })
})

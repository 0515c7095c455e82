import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { activityRevisions, decisions, journal, occurrences, positions } from '@/drizzle/schema'
import { beginActivity, saveAnswers, saveSubject } from '@/lib/agir/activities/answers/commands'
import { addTiming } from '@/lib/agir/activities/answers/timing/commands'
import { discardDraft, pullBack, sendActivity } from '@/lib/agir/activities/publishing/commands'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { inTenant } from '@/lib/db'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { publishSubject, refuseSubject } from '@/lib/moderation/submissions/commands'
import { aDraft, anOffer, now, saturdays } from '../../support/activities'
import { aMember, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aReader, taskOf, why } from '../../support/desk'
import { aPerson, marsa } from '../../support/factories'

const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const own = async (id: string, personId: string) => (await findOwnActivity(belleville, id, personId))!

async function trusted(role: 'coordinator' | 'member' = 'coordinator') {
  const [organisation, personId] = [await anOrganisation(belleville), await aPerson(belleville)]
  await aMember(belleville, organisation.id, personId, { role })
  return { organisationId: organisation.id, personId }
}

test('what a trusted organisation offers is public at once, with its dates and their seats', async () => {
  const { organisationId, personId } = await trusted()
  const { slug } = await anOffer(personId, organisationId)
  const shown = (await findPublicActivity(belleville, slug!, now))!
  expect(shown.coming.map(({ startsLocal }) => startsLocal)).toEqual(
    ['11-28', '12-05', '12-12', '12-19', '12-26']
      .map((day) => `2026-${day} 10:00:00`)
      .concat('2027-01-02 10:00:00'),
  )
  expect(shown.coming[0]!.positions).toMatchObject([{ capacity: 12, seatsTaken: 0 }])
  expect(await findPublicActivity(marsa, slug!, now)).toBeNull()
})

test('what somebody unknown offers is nowhere until it has been read', async () => {
  const personId = await aPerson(belleville)
  const { activityId, slug } = await anOffer(personId)
  expect(slug).toBeNull()
  expect(await findPublicActivity(belleville, activityId, now)).toBeNull()
  const read = { taskId: await taskOf(activityId, 'submission'), byId: await aReader(), now }
  expect(await publishSubject(belleville, read)).toMatchObject({ ok: true })
  expect((await findPublicActivity(belleville, activityId, now))!.coming).toHaveLength(6)
  const tellings = and(eq(journal.aboutId, activityId), eq(journal.kind, 'activity_accepted'))
  const [told] = await inCity((db) => db.select().from(journal).where(tellings))
  expect(told!.detail).toMatchObject({ tell: [personId], on: 'agir' })
})

test('a refusal says why, may be appealed and shows nothing', async () => {
  const personId = await aPerson(belleville)
  const { activityId } = await anOffer(personId)
  const read = { taskId: await taskOf(activityId, 'submission'), byId: await aReader(), now }
  const said = { code: 'unclear', text: why, groundText: null } as const
  expect(await refuseSubject(belleville, { ...read, ...said })).toMatchObject({ ok: true })
  expect(await own(activityId, personId)).toMatchObject({ moderation: 'rejected', refusalText: why })
  expect(await findPublicActivity(belleville, activityId, now)).toBeNull()
  const [written] = await inCity((db) =>
    db.select().from(decisions).where(eq(decisions.subjectId, activityId)),
  )
  expect(written).toMatchObject({ act: 'refuse', restriction: 'not_published' })
})

test('what a moderator takes from view says only that it was', async () => {
  const { organisationId, personId } = await trusted()
  const { activityId, slug } = await anOffer(personId, organisationId)
  const byId = await aReader()
  const taken = await takeUp(belleville, { kind: 'activity', address: slug!, byId, now })
  const said = { code: 'advert', text: why, groundText: null } as const
  await hideSubject(belleville, {
    taskId: (taken as { value: { taskId: string } }).value.taskId,
    byId,
    now,
    ...said,
  })
  expect(await findPublicActivity(belleville, activityId, now)).toMatchObject({
    isHidden: true,
    title: '',
    coming: [],
  })
})

describe('a change of what is public', () => {
  test('waits beside the approved text where its organiser is not trusted, then takes its place', async () => {
    const personId = await aPerson(belleville)
    const { activityId } = await anOffer(personId)
    const byId = await aReader()
    await publishSubject(belleville, { taskId: await taskOf(activityId, 'submission'), byId, now })
    await saveAnswers(belleville, { activityId, personId, wish: { title: 'Planter des arbres' }, now })
    await saveAnswers(belleville, {
      activityId,
      personId,
      wish: { summary: 'Une heure dehors, tout est fourni.' },
      now,
    })
    expect((await findPublicActivity(belleville, activityId, now))!.title).toBe('Planter des bulbes')
    const waiting = await inCity((db) =>
      db.select().from(activityRevisions).where(eq(activityRevisions.activityId, activityId)),
    )
    expect(waiting.map(({ state }) => state).sort()).toEqual(['superseded', 'waiting'])
    await publishSubject(belleville, { taskId: await taskOf(activityId, 'submission'), byId, now })
    expect(await findPublicActivity(belleville, activityId, now)).toMatchObject({
      title: 'Planter des arbres',
      summary: 'Une heure dehors, tout est fourni.',
    })
  })

  test('is kept at once where nobody has to read it, or where its organisation is trusted', async () => {
    const { organisationId, personId } = await trusted()
    const { activityId } = await anOffer(personId, organisationId)
    await saveAnswers(belleville, { activityId, personId, wish: { title: 'Planter des arbres' }, now })
    expect((await findPublicActivity(belleville, activityId, now))!.title).toBe('Planter des arbres')
    expect((await own(activityId, personId)).revision).toBeNull()
  })
})

describe('nobody else', () => {
  test('touches it, reads it while it is a draft, or sends it', async () => {
    const [personId, other] = [await aPerson(belleville), await aPerson(belleville)]
    const activityId = await aDraft(personId)
    const act = { activityId, personId: other, now }
    expect(await saveAnswers(belleville, { ...act, wish: { title: 'Autre chose' } })).toMatchObject({
      refusal: 'not_there',
    })
    expect(await addTiming(belleville, { ...act, timing: saturdays })).toMatchObject({ refusal: 'not_there' })
    for (const attempt of [sendActivity, pullBack, discardDraft])
      expect(await attempt(belleville, act)).toMatchObject({ refusal: 'not_there' })
    expect(await findOwnActivity(belleville, activityId, other)).toBeNull()
    expect(await findPublicActivity(belleville, activityId, now)).toBeNull()
  })

  test('speaks for an organisation of which they are only a member', async () => {
    const { organisationId, personId } = await trusted('member')
    const wish = { title: 'Planter des bulbes', kind: 'mission' as const, themeIds: ['nature'] }
    const begun = await beginActivity(belleville, {
      personId,
      now,
      locale: 'fr',
      wish,
      organiser: organisationId,
    })
    expect(begun).toMatchObject({ refusal: 'not_your_organisation' })
    const activityId = await aDraft(personId)
    const change = { activityId, personId, now, wish, organiser: organisationId }
    expect(await saveSubject(belleville, change)).toMatchObject({ refusal: 'not_your_organisation' })
  })
})

test('while it is being read it stays as it is, until it is taken back', async () => {
  const personId = await aPerson(belleville)
  const { activityId } = await anOffer(personId)
  const change = { activityId, personId, wish: { title: 'Autre chose' }, now }
  expect(await saveAnswers(belleville, change)).toMatchObject({ refusal: 'being_read' })
  expect(await addTiming(belleville, { activityId, personId, timing: saturdays, now })).toMatchObject({
    refusal: 'being_read',
  })
  await pullBack(belleville, { activityId, personId, now })
  expect(await saveAnswers(belleville, change)).toMatchObject({ ok: true })
  await expect(taskOf(activityId, 'submission')).rejects.toThrow()
})

test('whoever has not proven who they are offers two dates a week at most, in all', async () => {
  const personId = await aPerson(belleville)
  const activityId = await aDraft(personId)
  const add = (days: string) =>
    addTiming(belleville, {
      ...{ activityId, personId, now },
      timing: {
        ...saturdays,
        startsLocal: '2026-11-30 10:00:00',
        endsLocal: '2026-11-30 11:00:00',
        rule: `FREQ=WEEKLY;BYDAY=${days};COUNT=4`,
      },
    })
  expect(await add('MO,TU')).toMatchObject({ refusal: 'too_often_untrusted' })
  expect(await add('MO')).toMatchObject({ ok: true })
})

test('a draft has no dates that anybody could find', async () => {
  const personId = await aPerson(belleville)
  const activityId = await aDraft(personId)
  expect(await own(activityId, personId)).toMatchObject({
    moderation: 'draft',
    publication: 'unpublished',
    trust: 0,
  })
  const dates = await inCity((db) =>
    db.select().from(occurrences).where(eq(occurrences.activityId, activityId)),
  )
  const seats = await inCity((db) => db.select().from(positions).where(eq(positions.activityId, activityId)))
  expect([dates, seats]).toEqual([[], []])
})

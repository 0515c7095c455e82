import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, activityRevisions, positions } from '@/drizzle/schema'
import { saveAnswers } from '@/lib/agir/activities/answers/commands'
import { WelcomeInput } from '@/lib/agir/activities/answers/input'
import { sendActivity } from '@/lib/agir/activities/publishing/commands'
import { renewPositions } from '@/lib/agir/positions/commands'
import type { Role } from '@/lib/agir/positions/rules'
import { inTenant } from '@/lib/db'
import { publishSubject } from '@/lib/moderation/submissions/commands'
import { aDraft, anOffer, now } from '../../support/activities'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aReader, taskOf } from '../../support/desk'
import { aCrowd, aPerson, paris } from '../../support/factories'
import { aDateToJoin, join, later, now as soon, said } from '../../support/seats'

const roles: Role[] = [
  { label: 'Tenir la buvette', skill: 'cooking', capacity: 2 },
  { label: 'Monter les barnums', skill: 'carrying', capacity: null },
]
const asForm = {
  ...{ role_0_label: 'Tenir la buvette', role_0_skill: 'cooking', role_0_capacity: '2' },
  ...{ role_1_label: 'Monter les barnums', role_1_skill: 'carrying', role_1_capacity: '' },
}
const welcome = { registration: 'instant', minors: 'welcome', commitment: 'once', speaks_fr: 'on' }
const labelled = [
  { label: 'Tenir la buvette', capacity: 2, skills: ['cooking'], rank: 0 },
  { label: 'Monter les barnums', capacity: null, skills: ['carrying'], rank: 1 },
]

const heldBy = (activityId: string, city: { id: string } = belleville) =>
  inTenant(city, (db) =>
    db
      .select({
        ...{ dateId: positions.occurrenceId, label: positions.label, rank: positions.rank },
        ...{ capacity: positions.capacity, skills: positions.skills },
      })
      .from(positions)
      .where(eq(positions.activityId, activityId))
      .orderBy(asc(positions.occurrenceId), asc(positions.rank)),
  )

async function trusted() {
  const [{ id: organisationId }, personId] = [await anOrganisation(belleville), await aPerson(belleville)]
  await aMember(belleville, organisationId, personId, { role: 'coordinator' })
  return { organisationId, personId }
}

test('what there is to do is read from a form, row by row; a row without a name is asked for one', () => {
  const activityId = crypto.randomUUID()
  const read = (form: object) => WelcomeInput().safeParse({ activityId, ...welcome, ...form })
  expect(read(asForm).data!.wish.roles).toEqual(roles)
  expect(read({}).data!.wish.roles).toEqual([])
  const wrong = read({ role_2_capacity: '3', role_2_label: '' })
  expect(wrong.error!.issues).toMatchObject([{ path: ['role_2_label'], message: 'required' }])
  expect(read({ role_0_label: 'Conduire', role_0_skill: 'flying' }).data!.wish.roles).toMatchObject([
    { skill: null },
  ])
})

test('each date of an activity has a position for each thing to do, and seats of its own', async () => {
  const { organisationId, personId } = await trusted()
  const activityId = await aDraft(personId, organisationId)
  await saveAnswers(belleville, { activityId, personId, wish: { roles }, now })
  await sendActivity(belleville, { activityId, personId, now })
  const held = await heldBy(activityId)
  expect(held).toHaveLength(12)
  expect(held.slice(0, 2)).toMatchObject(labelled)
})

test('dates nobody has asked for follow a change; one that somebody registered for keeps what it has', async () => {
  const { id: activityId } = await anActivity(paris, { minors: 'welcome' })
  const [taken, free] = [
    await aDate(paris, activityId, later(168)),
    await aDate(paris, activityId, later(336)),
  ]
  const [who] = await aCrowd(paris, 1)
  expect(said(await join(taken, who!))).toBe('confirmed')
  await inTenant(paris, async (db) => {
    const [row] = await db.select().from(activities).where(eq(activities.id, activityId))
    await renewPositions(db, { ...row!, roles }, soon)
  })
  const held = await heldBy(activityId, paris)
  expect(held.filter(({ dateId }) => dateId === taken.id)).toMatchObject([{ label: null, capacity: 10 }])
  expect(held.filter(({ dateId }) => dateId === free.id)).toMatchObject(labelled)
})

test('whoever is not yet trusted waits to be read before what they call the roles is shown', async () => {
  const personId = await aPerson(belleville)
  const { activityId } = await anOffer(personId)
  const read = async () => ({ taskId: await taskOf(activityId, 'submission'), byId: await aReader(), now })
  await publishSubject(belleville, await read())
  await saveAnswers(belleville, { activityId, personId, wish: { roles }, now })
  expect((await heldBy(activityId)).map(({ label }) => label)).toEqual(Array(6).fill(null))
  await publishSubject(belleville, await read())
  expect((await heldBy(activityId)).slice(0, 2)).toMatchObject(labelled)
  await saveAnswers(belleville, { activityId, personId, wish: { roles: [...roles] }, now })
  const waiting = and(eq(activityRevisions.activityId, activityId), eq(activityRevisions.state, 'waiting'))
  expect(await inTenant(belleville, (db) => db.$count(activityRevisions, waiting))).toBe(0)
})

test('one thing may be full while another is not, and nobody does two at once', async () => {
  const place = await aDateToJoin({ capacity: 1, label: 'Tenir la buvette', hasWaitlist: false })
  const more = { activityId: place.activityId, occurrenceId: place.id, label: 'Monter', rank: 1, capacity: 1 }
  const [other] = await inTenant(paris, (db) => db.insert(positions).values(more).returning())
  const [one, two] = await aCrowd(paris, 2)
  const there = { ...place, positionId: other!.id }
  expect(said(await join(place, one!))).toBe('confirmed')
  expect(said(await join(there, one!))).toBe('other_position')
  expect(said(await join(place, two!))).toBe('full')
  expect(said(await join(there, two!))).toBe('confirmed')
})

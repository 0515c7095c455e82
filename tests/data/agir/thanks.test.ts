import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, feedback, journal } from '@/drizzle/schema'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { giveFeedback, thankComers } from '@/lib/agir/feedback/commands'
import { findOwnFeedback, findThanked, findUnnoted, listFeedback } from '@/lib/agir/feedback/queries'
import { averageOf } from '@/lib/agir/feedback/rules'
import { inTenant } from '@/lib/db'
import { tell } from '@/lib/notifications/telling/commands'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { aMember } from '../../support/agir'
import { belleville, elsewhere } from '../../support/deposits'
import { aDoor, afterwards, begins, type Door, someoneComing, tap } from '../../support/day'
import { paris } from '../../support/factories'
import { noticesOf } from '../../support/letters'
import { later } from '../../support/seats'

const words = 'Très bon accueil, il manquait des gants à ma taille.'

async function someoneWhoCame(door: Door) {
  const who = await someoneComing(door, { email: `${crypto.randomUUID()}@exemple.fr`, wantsMail: true })
  await tap(door, who.registrationId, 'attended')
  return who
}
const say = (door: Door, personId: string, text = words, rating: number | null = 5, now = afterwards) =>
  giveFeedback(paris, { dateId: door.id, personId, rating, text, now })

/** How often somebody was told of this date's thanks, however often it is told. */
async function thanked(door: Door, personId: string): Promise<number> {
  const events = await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, door.id)))
  const thanks = events.filter(({ kind }) => kind === 'registration_thanks')
  for (const { id } of [...thanks, ...thanks]) await tell(elsewhere, id, later(begins + 5))
  const ids = new Set(thanks.map(({ id }) => id))
  return (await noticesOf(personId)).filter(({ eventId }) => ids.has(eventId)).length
}

test('whoever came is thanked once, two hours after; whoever did not is not; whoever is marked later, then', async () => {
  const door = await aDoor()
  const [came, late, absent] = [
    await someoneWhoCame(door),
    await someoneComing(door),
    await someoneComing(door),
  ]
  await thankComers(paris, later(begins + 3))
  expect(await thanked(door, came.personId)).toBe(0)
  await Promise.all([1, 2].map(() => thankComers(paris, later(begins + 4.5))))
  await tap(door, late.registrationId, 'attended', { at: later(begins + 24) })
  await tap(door, absent.registrationId, 'absent', { at: later(begins + 24) })
  await thankComers(paris, later(begins + 25))
  await thankComers(paris, later(begins + 26))
  const counts = [came, late, absent].map(({ personId }) => thanked(door, personId))
  expect(await Promise.all(counts)).toEqual([1, 1, 0])
})

test('whoever came says how it was, says it otherwise, and only whoever organises reads it, without a name', async () => {
  const door = await aDoor()
  const [came, absent] = [await someoneWhoCame(door), await someoneComing(door)]
  expect(await say(door, came.personId, words, 5, later(begins))).toMatchObject({ refusal: 'not_over' })
  expect(await say(door, came.personId, '', null)).toMatchObject({ refusal: 'nothing_said' })
  expect(await say(door, absent.personId)).toMatchObject({ refusal: 'not_there' })
  expect(await say(door, came.personId)).toMatchObject({ ok: true })
  expect(await say(door, came.personId, '', 4)).toMatchObject({ ok: true })
  const given = await listFeedback(paris, door.id)
  expect(given).toMatchObject([{ rating: 4, text: '' }])
  expect(JSON.stringify(given)).not.toContain(came.personId)
  expect(await say(door, came.personId, words, 5, later(begins + 31 * 24))).toMatchObject({
    refusal: 'too_late',
  })
  expect(await findThanked(belleville, door.id)).toBeNull()
  expect([averageOf([5, 4]), averageOf([5, 4, null, 3])]).toEqual([null, 4])
})

test('whoever was not noted as there is led to who organises, about the place they held', async () => {
  const door = await aDoor()
  const [came, unnoted, nobody] = [
    await someoneWhoCame(door),
    await someoneComing(door),
    await someoneComing(await aDoor()),
  ]
  const held = ({ personId }: { personId: string }) => findUnnoted(paris, door.id, personId)
  expect(await held(unnoted)).toBe(unnoted.registrationId)
  expect([await held(came), await held(nobody)]).toEqual([null, null])
  expect(await findUnnoted(belleville, door.id, unnoted.personId)).toBeNull()
  expect(await findThanked(paris, door.id)).toMatchObject({ activityId: door.activityId })
})

test('the access of a place is checked by whoever was there, and by nobody of the team; another place is not', async () => {
  const access = { accessibility: { mobility: 'yes' as const }, placeLabel: 'La halle' }
  const door = await aDoor({}, access)
  const [came, other, absent] = [
    await someoneWhoCame(door),
    await someoneWhoCame(door),
    await someoneComing(door),
  ]
  const seen = async () => (await findPublicActivity(paris, door.activityId, afterwards))!.accessConfirmedAt
  const sees = (personId: string, answer: 'yes' | 'no') =>
    giveFeedback(paris, {
      dateId: door.id,
      personId,
      rating: null,
      text: '',
      access: answer,
      now: afterwards,
    })
  const member = await someoneWhoCame(door)
  await aMember(paris, door.organisationId, member.personId)
  expect(await sees(member.personId, 'yes')).toMatchObject({ ok: true })
  expect(await sees(absent.personId, 'yes')).toMatchObject({ refusal: 'not_there' })
  expect(await seen()).toBeNull()

  expect((await findOwnFeedback(paris, door.id, came.personId))!.access).toEqual(access.accessibility)
  expect(await sees(came.personId, 'yes')).toMatchObject({ ok: true })
  expect(await seen()).toEqual(later(begins))
  expect(await listFeedback(paris, door.id)).toEqual([])
  await sees(other.personId, 'no')
  expect(await seen()).toBeNull()
  await sees(came.personId, 'yes')

  const moved = { placeLabel: 'Le gymnase', changedAt: later(begins + 2) }
  await inTenant(paris, (db) =>
    db.update(activities).set({ latitude: 48.86 }).where(eq(activities.id, door.activityId)),
  )
  expect(await seen()).toEqual(later(begins))
  await inTenant(paris, (db) => db.update(activities).set(moved).where(eq(activities.id, door.activityId)))
  expect(await seen()).toBeNull()
  await sees(came.personId, 'yes')
  expect(await seen()).toBeNull()
  expect((await findOwnFeedback(paris, door.id, came.personId))!.access).toBeNull()
})

test('edge 39: a letter’s link opened after the account is deleted loses nothing of what was said', async () => {
  const door = await aDoor()
  const came = await someoneWhoCame(door)
  await say(door, came.personId)
  await deleteAccount(elsewhere, { personId: came.personId, now: afterwards })
  expect(await findThanked(paris, door.id)).toMatchObject({ id: door.id })
  expect(await findOwnFeedback(paris, door.id, came.personId)).toBeNull()
  expect(await say(door, came.personId)).toMatchObject({ refusal: 'not_there' })
  expect(await listFeedback(paris, door.id)).toMatchObject([{ rating: 5, text: words }])
  const [row] = await inTenant(paris, (db) =>
    db.select().from(feedback).where(eq(feedback.occurrenceId, door.id)),
  )
  expect(row!.personId).toBeNull()
})

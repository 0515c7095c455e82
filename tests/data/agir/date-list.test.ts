import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { moveRegistration } from '@/lib/agir/registrations/commands'
import { answerRequest, changeSeats } from '@/lib/agir/registrations/organising/commands'
import { DeclineInput, SeatsInput } from '@/lib/agir/registrations/organising/input'
import { countRequests, findDateList } from '@/lib/agir/registrations/organising/queries'
import { listOwn } from '@/lib/agir/registrations/queries'
import { type Answer, shortName } from '@/lib/agir/registrations/organising/rules'
import { inTenant } from '@/lib/db'
import { aMember, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aCrowd, aPerson, aSession, paris } from '../../support/factories'
import { aDateToJoin, countsOf, idIn, join, later, now, statesOf, tally } from '../../support/seats'

const reason = 'L’équipe est complète pour cette fois.'

/** A date whose organiser answers every request, and this many who ask. */
async function aDateAskedFor(requests: number, capacity = requests) {
  const organiserId = await aPerson(paris)
  const place = await aDateToJoin({ capacity }, { registration: 'approval', organiserId })
  const crowd = await aCrowd(paris, requests)
  const asked: string[] = []
  for (const [turn, one] of crowd.entries())
    asked.push(idIn(await join(place, one, { at: later(turn / 60) })))
  return { ...place, organiserId, asked }
}
type Asked = Awaited<ReturnType<typeof aDateAskedFor>>

const answer = (registrationId: string, personId: string, act: Answer, at = later(1)) =>
  answerRequest(paris, { registrationId, personId, act, ...(act === 'decline' && { reason }), now: at })
const seatsOf = ({ id, positionId, organiserId }: Asked, capacity: number | null) =>
  changeSeats(paris, { dateId: id, positionId, capacity, hasWaitlist: true, personId: organiserId, now })
const listOf = async ({ id, activityId }: Asked) => (await findDateList(paris, { activityId, dateId: id }))!
const said = (outcome: Awaited<ReturnType<typeof answer>>) => (outcome.ok ? 'done' : outcome.refusal)

describe('edge 6: eleven ask for ten seats', () => {
  test('ten are accepted, the eleventh is refused and may wait, even when all are answered at once', async () => {
    const date = await aDateAskedFor(11)
    await seatsOf(date, 10)
    const outcomes = await Promise.all(date.asked.map((id) => answer(id, date.organiserId, 'approve')))
    expect(tally(outcomes.map(said))).toEqual({ done: 10, full: 1 })
    const last = date.asked[outcomes.findIndex(({ ok }) => !ok)]!
    expect(said(await answer(last, date.organiserId, 'wait'))).toBe('done')
    expect(tally(await statesOf(date.positionId))).toEqual({ confirmed: 10, waitlisted: 1 })
    expect(await countsOf(date.positionId)).toEqual({ taken: 10, waiting: 1 })
  })

  test('a request is answered once', async () => {
    const date = await aDateAskedFor(1)
    expect(said(await answer(date.asked[0]!, date.organiserId, 'approve'))).toBe('done')
    expect(said(await answer(date.asked[0]!, date.organiserId, 'decline'))).toBe('not_pending')
  })

  test('nobody is accepted once the date has begun', async () => {
    const date = await aDateAskedFor(1)
    const outcome = await answer(date.asked[0]!, date.organiserId, 'approve', later(8 * 24))
    expect(said(outcome)).toBe('over')
  })
})

describe('those who may answer', () => {
  test('a stranger, another organiser and whoever asks answer nothing, and nothing changes', async () => {
    const [date, other] = [await aDateAskedFor(2), await aDateAskedFor(1)]
    const [asker] = await inTenant(paris, (db) =>
      db.select().from(registrations).where(eq(registrations.id, date.asked[0]!)),
    )
    for (const personId of [await aPerson(paris), other.organiserId, asker!.personId!])
      for (const act of ['approve', 'wait', 'decline'] as const)
        expect(said(await answer(date.asked[0]!, personId, act))).toBe('not_there')
    expect(await seatsOf({ ...date, organiserId: other.organiserId }, 50)).toMatchObject({
      refusal: 'not_there',
    })
    expect(await seatsOf({ ...date, positionId: other.positionId }, 50)).toMatchObject({
      refusal: 'not_there',
    })
    expect(await statesOf(date.positionId)).toEqual(['pending', 'pending'])
    expect((await listOf(other)).positions[0]).toMatchObject({ capacity: 1, asked: 1 })
  })

  test('whoever speaks for the organisation does; who only belongs to it, or left it, does not', async () => {
    const { id: organisationId } = await anOrganisation(paris)
    const place = await aDateToJoin({}, { registration: 'approval', organisationId })
    const [someone] = await aCrowd(paris, 1)
    const asked = idIn(await join(place, someone!))
    const [speaker, member, gone] = [await aPerson(paris), await aPerson(paris), await aPerson(paris)]
    await aMember(paris, organisationId, speaker, { role: 'coordinator' })
    await aMember(paris, organisationId, member, { role: 'member' })
    await aMember(paris, organisationId, gone, { state: 'left' })
    expect(said(await answer(asked, member, 'approve'))).toBe('not_there')
    expect(said(await answer(asked, gone, 'approve'))).toBe('not_there')
    expect(said(await answer(asked, speaker, 'approve'))).toBe('done')
  })

  test('a date is not found under another activity, in another city, or by what is no identifier', async () => {
    const [date, other] = [await aDateAskedFor(1), await aDateAskedFor(1)]
    expect(await findDateList(paris, { activityId: other.activityId, dateId: date.id })).toBeNull()
    expect(await findDateList(belleville, { activityId: date.activityId, dateId: date.id })).toBeNull()
    expect(await findDateList(paris, { activityId: date.activityId, dateId: 'x' })).toBeNull()
    const elsewhere = {
      registrationId: date.asked[0]!,
      personId: date.organiserId,
      act: 'approve',
      now,
    } as const
    expect(await answerRequest(belleville, elsewhere)).toMatchObject({ refusal: 'not_there' })
  })
})

describe('the list', () => {
  test('shows a first name and an initial until whoever it is comes, and what they said', async () => {
    const organiserId = await aPerson(paris)
    const place = await aDateToJoin({}, { registration: 'approval', organiserId, maxParty: 3 })
    const who = await aSession(paris, await aPerson(paris, { name: 'Inès de La Tour' }))
    const asked = idIn(await join(place, who, { party: 2, note: 'Je viens avec ma sœur.' }))
    const date = { ...place, organiserId, asked: [asked] }
    const [before] = (await listOf(date)).askers
    expect(before).toMatchObject({
      name: 'Inès T.',
      party: 2,
      note: 'Je viens avec ma sœur.',
      state: 'pending',
    })
    expect(before!.holdExpiresAt).toEqual(later(7 * 24))
    expect(await countRequests(paris, place.activityId)).toEqual(new Map([[place.id, 1]]))
    await answer(asked, organiserId, 'approve')
    const after = await listOf(date)
    expect(after.askers[0]).toMatchObject({ name: 'Inès de La Tour', state: 'confirmed' })
    expect(after.positions[0]).toMatchObject({ coming: 2, asked: 0, firm: 2 })
    expect(await countRequests(paris, place.activityId)).toEqual(new Map())
    expect([shortName('Zoé'), shortName(' ليلى بن علي ')]).toEqual(['Zoé', 'ليلى ع.'])
  })

  test('tells whoever is declined why, and gives the seat to the next in line', async () => {
    const date = await aDateAskedFor(2, 1)
    expect(await statesOf(date.positionId)).toEqual(['pending', 'waitlisted'])
    await answer(date.asked[0]!, date.organiserId, 'decline')
    expect(await statesOf(date.positionId)).toEqual(['declined', 'offered'])
    const [row] = await inTenant(paris, (db) =>
      db.select().from(registrations).where(eq(registrations.id, date.asked[0]!)),
    )
    expect(row).toMatchObject({ reason, endedBy: 'organiser' })
    const { coming } = await listOwn(paris, row!.personId!, now)
    expect(coming).toMatchObject([{ id: date.asked[0], state: 'declined', reason }])
    expect((await listOf(date)).askers.map(({ state }) => state)).toEqual(['offered'])
  })

  test('refuses to decline in fewer than ten characters, and seats that are no number', () => {
    const registrationId = crypto.randomUUID()
    expect(DeclineInput.safeParse({ registrationId, reason: '  trop peu ' }).success).toBe(false)
    const ids = { dateId: registrationId, positionId: registrationId }
    for (const capacity of ['0', '-1', '2.5', '1e3', 'dix', '100000'])
      expect(SeatsInput.safeParse({ ...ids, capacity }).success).toBe(false)
    expect(SeatsInput.parse({ ...ids, capacity: '' }).capacity).toBeNull()
  })
})

describe('the seats of a date', () => {
  test('edge 8: lowered, they turn nobody out; raised, they go to the first who wait', async () => {
    const date = await aDateAskedFor(3, 2)
    await answer(date.asked[0]!, date.organiserId, 'approve')
    expect(await seatsOf(date, 1)).toMatchObject({ ok: true })
    expect(await statesOf(date.positionId)).toEqual(['confirmed', 'pending', 'waitlisted'])
    expect((await listOf(date)).positions[0]).toMatchObject({ capacity: 1, taken: 2, firm: 1 })
    await seatsOf(date, null)
    expect((await listOf(date)).positions[0]).toMatchObject({ capacity: null })
    await seatsOf(date, 3)
    expect(await statesOf(date.positionId)).toEqual(['confirmed', 'pending', 'offered'])
  })

  test('are not changed any more once the date has begun', async () => {
    const date = await aDateAskedFor(1)
    const late = { dateId: date.id, positionId: date.positionId, capacity: 9, hasWaitlist: true }
    const outcome = await changeSeats(paris, { ...late, personId: date.organiserId, now: later(8 * 24) })
    expect(outcome).toMatchObject({ refusal: 'over' })
  })

  test('whoever cancels leaves their seat to those who wait', async () => {
    const date = await aDateAskedFor(2, 1)
    await inTenant(paris, (db) =>
      moveRegistration(db, { registrationId: date.asked[0]!, act: 'cancel', by: 'participant', now }),
    )
    expect((await listOf(date)).askers.map(({ state }) => state)).toEqual(['offered'])
  })
})

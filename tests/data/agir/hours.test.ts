import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { hourEntries } from '@/drizzle/schema'
import { setBreak } from '@/lib/agir/attendance/pauses/commands'
import { answerHours, approveDate, approveDue } from '@/lib/agir/hours/approving/commands'
import { declareHours, forgetHours } from '@/lib/agir/hours/commands'
import { listHoursOfDate, listOwnHours } from '@/lib/agir/hours/queries'
import { totalsBy, yearOf } from '@/lib/agir/hours/totals/rules'
import { inTenant } from '@/lib/db'
import { aPerson, paris } from '../../support/factories'
import { aDoor, afterwards, begins, type Door, ledgerOf, someoneComing, tap } from '../../support/day'
import { aMember } from '../../support/agir'
import { later } from '../../support/seats'

type Who = { personId: string; registrationId: string }
const declare = ({ personId, registrationId }: Who, minutes: number, now = afterwards) =>
  declareHours(paris, { personId, registrationId, minutes, now })
const answer = (door: Door, registrationId: string, seen: number, minutes: number, by = door.welcomesId) =>
  answerHours(paris, {
    registrationId,
    personId: by,
    seen,
    minutes,
    reason: 'Partie avant la fin.',
    now: afterwards,
  })
const twoWeeksLater = later(begins + 2 + 14 * 24 + 1)

/** Somebody who was seen there. */
async function someoneWhoCame(door: Door) {
  const who = await someoneComing(door)
  await tap(door, who.registrationId, 'attended')
  return who
}

describe('the ledger', () => {
  test('begins when somebody is seen there, ends when that is taken back, and is only ever added to', async () => {
    const door = await aDoor()
    const { registrationId } = await someoneWhoCame(door)
    await tap(door, registrationId, 'confirmed', { at: later(begins) })
    await tap(door, registrationId, 'attended', { at: later(begins + 1) })
    expect(await ledgerOf(registrationId)).toEqual(['auto 120', 'voided 0', 'auto 120'])
    const rewritten = inTenant(paris, (db) =>
      db.update(hourEntries).set({ minutes: 900 }).where(eq(hourEntries.registrationId, registrationId)),
    )
    await expect(rewritten).rejects.toThrow()
  })

  test('counts no break, and nothing at all of an event one only attends', async () => {
    const [door, concert] = [await aDoor(), await aDoor({}, { kind: 'event' })]
    const [before, listener] = [await someoneWhoCame(door), await someoneWhoCame(concert)]
    const pause = { dateId: door.id, personId: door.welcomesId, breakMinutes: 30, now: later(begins) }
    await setBreak(paris, pause)
    await setBreak(paris, pause)
    const after = await someoneWhoCame(door)
    expect(await ledgerOf(before.registrationId)).toEqual(['auto 120', 'auto 90'])
    expect(await ledgerOf(after.registrationId)).toEqual(['auto 90'])
    expect(await ledgerOf(listener.registrationId)).toEqual([])
    expect(await declare(listener, 60)).toMatchObject({ refusal: 'no_hours' })
  })
})

describe('a volunteer', () => {
  test('says otherwise for two weeks after the date, not before, not for another', async () => {
    const door = await aDoor()
    const who = await someoneWhoCame(door)
    expect(await declare(who, 150, later(begins + 1))).toMatchObject({ refusal: 'not_over' })
    expect(await declare({ ...who, personId: await aPerson(paris) }, 150)).toMatchObject({
      refusal: 'not_there',
    })
    expect(await declare(who, 120)).toMatchObject({ refusal: 'nothing_to_say' })
    expect(await declare(who, 150)).toMatchObject({ ok: true })
    expect(await declare(who, 90, twoWeeksLater)).toMatchObject({ refusal: 'too_late' })
    expect(await ledgerOf(who.registrationId)).toEqual(['auto 120', 'declared 150'])
  })

  test('whom nobody saw may declare, and finds what was not declared yet', async () => {
    const door = await aDoor()
    const who = await someoneComing(door)
    const own = () => listOwnHours(paris, who.personId, afterwards)
    expect((await own()).undeclared.map(({ registrationId }) => registrationId)).toEqual([who.registrationId])
    await declare(who, 60)
    expect((await own()).undeclared).toEqual([])
    expect((await own()).lines).toMatchObject([
      { kind: 'declared', minutes: 60, organisation: door.organisation },
    ])
  })
})

describe('whoever organises', () => {
  test('confirms, puts right or takes away what they have read, and never their own', async () => {
    const door = await aDoor()
    const [one, other, colleague] = [
      await someoneWhoCame(door),
      await someoneWhoCame(door),
      await someoneWhoCame(door),
    ]
    await aMember(paris, door.organisationId, colleague.personId, { role: 'coordinator' })
    expect(await answer(door, one.registrationId, 1, 90)).toMatchObject({ ok: true })
    expect(await answer(door, one.registrationId, 1, 120)).toMatchObject({ refusal: 'changed_since' })
    expect(await answer(door, one.registrationId, 2, 0)).toMatchObject({ ok: true })
    expect(await answer(door, other.registrationId, 1, 120, one.personId)).toMatchObject({
      refusal: 'not_there',
    })
    expect(await answer(door, colleague.registrationId, 1, 600, colleague.personId)).toMatchObject({
      refusal: 'own_hours',
    })
    const all = { dateId: door.id, personId: colleague.personId, now: afterwards }
    expect(await approveDate(paris, all)).toMatchObject({ value: { count: 1 } })
    expect(await ledgerOf(one.registrationId)).toEqual(['auto 120', 'adjusted 90', 'voided 0'])
    expect(await ledgerOf(other.registrationId)).toEqual(['auto 120', 'approved 120'])
    expect(await ledgerOf(colleague.registrationId)).toEqual(['auto 120'])
    expect(await listHoursOfDate(paris, door.id)).toHaveLength(3)
  })
})

test('after two weeks hours count by themselves: of whoever was seen, as long as the date was, uncontested', async () => {
  const door = await aDoor()
  const [seen, longer, unseen, contested] = [
    await someoneWhoCame(door),
    await someoneWhoCame(door),
    await someoneComing(door),
    await someoneWhoCame(door),
  ]
  await declare(longer, 600)
  await declare(unseen, 60)
  await answer(door, contested.registrationId, 1, 0)
  await declare(contested, 60)
  await approveDue(paris, later(begins + 2 + 13 * 24))
  expect(await ledgerOf(seen.registrationId)).toEqual(['auto 120'])
  await approveDue(paris, twoWeeksLater)
  await approveDue(paris, twoWeeksLater)
  expect(await ledgerOf(seen.registrationId)).toEqual(['auto 120', 'approved 120'])
  expect((await ledgerOf(longer.registrationId)).at(-1)).toBe('declared 600')
  expect((await ledgerOf(unseen.registrationId)).at(-1)).toBe('declared 60')
  expect((await ledgerOf(contested.registrationId)).at(-1)).toBe('declared 60')
})

test('totals are by organisation and year, and stay without a name when an account goes', async () => {
  const door = await aDoor()
  const who = await someoneWhoCame(door)
  await answer(door, who.registrationId, 1, 90)
  const { lines } = await listOwnHours(paris, who.personId, afterwards)
  expect(totalsBy(lines, yearOf)).toEqual([{ of: '2027', counted: 90, waiting: 0, dates: 1 }])
  expect(totalsBy(lines, ({ organisation }) => organisation ?? '')[0]).toMatchObject({
    of: door.organisation,
  })
  await inTenant(paris, (db) => forgetHours(db, who.personId))
  expect((await listOwnHours(paris, who.personId, afterwards)).lines).toEqual([])
  expect(await listHoursOfDate(paris, door.id)).toMatchObject([{ minutes: 90, name: null, reason: null }])
})

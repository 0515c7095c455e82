import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { journal, occurrences, schedules } from '@/drizzle/schema'
import { cancelDate, moveOnline, postponeDate, undoCancel } from '@/lib/agir/dates/commands'
import { moveDate } from '@/lib/agir/dates/moving/commands'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { writeDue } from '@/lib/agir/schedules/commands'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { inTenant } from '@/lib/db'
import { anOffer, now } from '../../support/activities'
import { aMember, anOrganisation } from '../../support/agir'
import { aCity } from '../../support/cities'
import { belleville } from '../../support/deposits'
import { aPerson } from '../../support/factories'

const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(belleville, work)
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const reason = 'Il va beaucoup pleuvoir.'

/** Six Saturdays of a trusted organisation, all public. */
async function aSeries() {
  const [organisation, personId] = [await anOrganisation(belleville), await aPerson(belleville)]
  await aMember(belleville, organisation.id, personId)
  const { activityId } = await anOffer(personId, organisation.id)
  const dates = await datesOf(activityId)
  return {
    activityId,
    personId,
    dates,
    act: (place: number) => ({ dateId: dates[place]!.id, personId, now }),
  }
}

const datesOf = (activityId: string) =>
  inCity((db) =>
    db
      .select()
      .from(occurrences)
      .where(eq(occurrences.activityId, activityId))
      .orderBy(asc(occurrences.startsAt)),
  )
const statesOf = async (activityId: string) => (await datesOf(activityId)).map(({ state }) => state)
const toldOf = (dateId: string, kind: 'date_moved' | 'date_cancelled') =>
  inCity((db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, dateId), eq(journal.kind, kind))),
  )

describe('a date that is cancelled', () => {
  test('stays on the page with its reason, alone of its series, and calendars take it anew', async () => {
    const { activityId, act } = await aSeries()
    await cancelDate(belleville, { ...act(1), scope: 'one', reason })
    const shown = (await findPublicActivity(belleville, activityId, now))!
    expect(shown.coming[1]).toMatchObject({ state: 'cancelled', reason, sequence: 1 })
    expect(shown.coming.filter(({ state }) => state === 'scheduled')).toHaveLength(5)
    expect(await cancelDate(belleville, { ...act(1), scope: 'one', reason })).toMatchObject({
      refusal: 'already_cancelled',
    })
  })

  test('takes place again when that is undone in time, and is told to nobody', async () => {
    const { activityId, dates, act } = await aSeries()
    await cancelDate(belleville, { ...act(1), scope: 'following', reason })
    expect(await statesOf(activityId)).toEqual(['scheduled', ...Array<string>(5).fill('cancelled')])
    await settleCancellations(belleville, after(14))
    expect(await undoCancel(belleville, { ...act(2), now: after(14) })).toMatchObject({ ok: true })
    expect(await statesOf(activityId)).toEqual(Array(6).fill('scheduled'))
    expect(await toldOf(dates[1]!.id, 'date_cancelled')).toEqual([])
  })

  test('is final after a quarter of an hour, and told once', async () => {
    const { dates, act } = await aSeries()
    await cancelDate(belleville, { ...act(1), scope: 'one', reason })
    await settleCancellations(belleville, after(15))
    await settleCancellations(belleville, after(16))
    expect(await toldOf(dates[1]!.id, 'date_cancelled')).toMatchObject([{ detail: { reason } }])
    expect(await undoCancel(belleville, { ...act(1), now: after(15) })).toMatchObject({
      refusal: 'too_late_to_undo',
    })
  })

  test('is final at once when it begins within the hour', async () => {
    const { dates, personId } = await aSeries()
    const late = new Date(dates[0]!.startsAt.getTime() - 30 * 60_000)
    const act = { dateId: dates[0]!.id, personId, now: late }
    await cancelDate(belleville, { ...act, scope: 'one', reason })
    await settleCancellations(belleville, late)
    expect(await undoCancel(belleville, act)).toMatchObject({ refusal: 'too_late_to_undo' })
  })
})

describe('a date that is moved', () => {
  test('keeps the name that its rule gave it', async () => {
    const { activityId, dates, act } = await aSeries()
    const to = { startsLocal: '2026-12-06 15:00:00', endsLocal: '2026-12-06 17:00:00' }
    await moveDate(belleville, { ...act(1), ...to, scope: 'one', reason })
    const moved = (await datesOf(activityId)).find(({ id }) => id === dates[1]!.id)
    expect(moved).toMatchObject({
      ...to,
      originalLocal: '2026-12-05 10:00:00',
      state: 'rescheduled',
      sequence: 1,
    })
    expect(await toldOf(dates[1]!.id, 'date_moved')).toMatchObject([{ detail: { isMaterial: true } }])
  })

  test('by ten minutes is not another appointment', async () => {
    const { dates, act } = await aSeries()
    const to = { startsLocal: '2026-12-05 10:10:00', endsLocal: '2026-12-05 12:00:00' }
    await moveDate(belleville, { ...act(1), ...to, scope: 'one', reason: null })
    expect(await toldOf(dates[1]!.id, 'date_moved')).toMatchObject([{ detail: { isMaterial: false } }])
  })

  test('edge 14: is never put where another of the same activity is', async () => {
    const { act } = await aSeries()
    const to = { startsLocal: '2026-12-12 11:00:00', endsLocal: '2026-12-12 13:00:00' }
    expect(await moveDate(belleville, { ...act(1), ...to, scope: 'one', reason })).toMatchObject({
      refusal: 'slot_taken',
    })
  })

  test('with those after it leaves those before as they were, and every one is the same date still', async () => {
    const { activityId, dates, act } = await aSeries()
    const to = { startsLocal: '2026-12-12 18:00:00', endsLocal: '2026-12-12 20:00:00' }
    await moveDate(belleville, { ...act(2), ...to, scope: 'following', reason: null })
    const moved = await datesOf(activityId)
    expect(moved.map(({ id }) => id)).toEqual(dates.map(({ id }) => id))
    expect(moved.map(({ startsLocal }) => startsLocal.slice(11, 13))).toEqual([
      '10',
      '10',
      '18',
      '18',
      '18',
      '18',
    ])
    const series = await inCity((db) =>
      db.select().from(schedules).where(eq(schedules.activityId, activityId)),
    )
    const next = series.find(({ splitFromId }) => splitFromId !== null)
    expect(next).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=4', endedAt: null })
    await inCity((db) => writeDue(db, after(60 * 24 * 30), 100))
    expect(await datesOf(activityId)).toHaveLength(6)
  })

  test('to another day is alone', async () => {
    const { act } = await aSeries()
    const to = { startsLocal: '2026-12-13 10:00:00', endsLocal: '2026-12-13 12:00:00' }
    expect(await moveDate(belleville, { ...act(2), ...to, scope: 'following', reason })).toMatchObject({
      refusal: 'same_day_only',
    })
  })
})

test('what is put off has no time, stays on the page, and is given one later', async () => {
  const { activityId, act } = await aSeries()
  await postponeDate(belleville, { ...act(0), reason })
  const long = after(60 * 24 * 60)
  expect((await findPublicActivity(belleville, activityId, long))!.coming[0]).toMatchObject({
    state: 'postponed',
  })
  const to = { startsLocal: '2027-02-06 10:00:00', endsLocal: '2027-02-06 12:00:00' }
  expect(
    await moveDate(belleville, { ...act(0), ...to, scope: 'one', reason: null, now: long }),
  ).toMatchObject({ ok: true })
})

test('the link of a date held from afar is not on the page', async () => {
  const { activityId, act } = await aSeries()
  await moveOnline(belleville, { ...act(0), onlineUrl: 'https://visio.exemple.fr/secret', reason: null })
  const shown = await findPublicActivity(belleville, activityId, now)
  expect(shown!.coming[0]!.state).toBe('moved_online')
  expect(JSON.stringify(shown)).not.toContain('visio.exemple.fr')
})

test('a date that has begun is not changed, and one of somebody else’s never', async () => {
  const { dates, act } = await aSeries()
  const begun = { ...act(0), now: dates[0]!.startsAt }
  expect(await postponeDate(belleville, { ...begun, reason })).toMatchObject({ refusal: 'already_begun' })
  const other = { ...act(0), personId: await aPerson(belleville) }
  expect(await cancelDate(belleville, { ...other, scope: 'one', reason })).toMatchObject({
    refusal: 'not_there',
  })
  expect(await undoCancel(belleville, other)).toMatchObject({ refusal: 'not_there' })
  const elsewhere = await aCity()
  expect(await cancelDate(elsewhere, { ...act(0), scope: 'one', reason })).toMatchObject({
    refusal: 'not_there',
  })
})

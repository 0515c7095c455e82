import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hourEntries, registrations } from '@/drizzle/schema'
import { findAgirFigures } from '@/lib/agir/figures/queries'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../../support/agir'
import { aPerson, belleville, marsa } from '../../support/factories'

type Line = { kind: (typeof hourEntries.$inferSelect)['kind']; minutes: number; nth?: number }

/** What the ledger says of somebody's hours. */
function aLine(of: { activityId: string; occurrenceId: string; registrationId: string }, line: Line) {
  const said = { nth: 1, servedOn: '2017-05-04', byRole: 'organiser' as const, at: held }
  return inTenant(belleville, (db) => db.insert(hourEntries).values({ ...said, ...of, ...line }))
}

/** A year in which no other test does anything: what it tells is this test's alone. */
const now = new Date('2019-06-01T12:00:00Z')
const held = new Date('2019-05-04T09:00:00Z')

async function attendedBy(
  count: number,
  detail: { themeIds: string[]; districtCode: string },
  startsAt = held,
) {
  const { id: activityId } = await anActivity(belleville, detail)
  const { id: occurrenceId, positionId } = await aDate(belleville, activityId, startsAt)
  const made = { activityId, occurrenceId, ids: [] as string[] }
  for (let turn = 0; turn < count; turn++) {
    const of = { activityId, occurrenceId, positionId, personId: await aPerson(belleville) }
    const confirmed = {
      state: 'confirmed' as const,
      at: startsAt,
      changedAt: startsAt,
      requestId: randomUUID(),
    }
    const [one] = await inTenant(belleville, (db) =>
      db
        .insert(registrations)
        .values({ ...of, ...confirmed })
        .returning({ id: registrations.id }),
    )
    made.ids.push(one!.id)
  }
  return made
}

test('a year tells what was done by theme and by place, and nothing of the few', async () => {
  await attendedBy(6, { themeIds: ['riviere'], districtCode: 'bords-d-orle' })
  await attendedBy(7, { themeIds: ['entraide'], districtCode: 'la-gare' })
  await attendedBy(3, { themeIds: ['commerce'], districtCode: 'les-vergers' })
  await attendedBy(9, { themeIds: ['enfance'], districtCode: 'les-vergers' }, now)
  const told = await findAgirFigures(belleville, now)
  expect(told).toMatchObject({ activities: 3, dates: 3, places: 16, hours: 32 })
  expect(told.byTheme.map(({ key, places, hours }) => [key, places, hours])).toEqual([
    ['commerce', null, null],
    ['entraide', 7, 14],
    ['riviere', null, null],
  ])
  expect(await findAgirFigures(marsa, now)).toMatchObject({ activities: 0, places: 0, byTheme: [] })
})

test('hours are those of the ledger where somebody has some, and the length of the date for everybody else', async () => {
  const earlier = new Date('2017-05-04T09:00:00Z')
  const told = async () => (await findAgirFigures(belleville, new Date('2017-06-01T12:00:00Z'))).hours
  const { ids, ...of } = await attendedBy(6, { themeIds: ['riviere'], districtCode: 'la-gare' }, earlier)
  expect(await told()).toBe(12)
  await aLine({ ...of, registrationId: ids[0]! }, { kind: 'approved', minutes: 60 })
  expect(await told()).toBe(11)
  await aLine({ ...of, registrationId: ids[0]! }, { kind: 'adjusted', minutes: 240, nth: 2 })
  expect(await told()).toBe(14)
  await aLine({ ...of, registrationId: ids[1]! }, { kind: 'declared', minutes: 900 })
  expect(await told()).toBe(12)
  await aLine({ ...of, registrationId: ids[0]! }, { kind: 'voided', minutes: 0, nth: 3 })
  expect(await told()).toBe(8)
})

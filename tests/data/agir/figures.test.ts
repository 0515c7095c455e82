import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { findAgirFigures } from '@/lib/agir/figures/queries'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../../support/agir'
import { aPerson, belleville, marsa } from '../../support/factories'

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
  for (let turn = 0; turn < count; turn++) {
    const of = { activityId, occurrenceId, positionId, personId: await aPerson(belleville) }
    const confirmed = {
      state: 'confirmed' as const,
      at: startsAt,
      changedAt: startsAt,
      requestId: randomUUID(),
    }
    await inTenant(belleville, (db) => db.insert(registrations).values({ ...of, ...confirmed }))
  }
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

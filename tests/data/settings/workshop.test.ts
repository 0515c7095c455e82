import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { ideas, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { sampleOrigin } from '@/lib/ideas/samples/rules'
import { replayRules } from '@/lib/rules/workshop/queries'
import type { Trial } from '@/lib/rules/workshop/rules'
import { belleville } from '@/tenants/belleville'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../../support/cities'
import { anIdea } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
const publishedAt = new Date('2026-03-31T12:00:00Z')
const deadlineAt = new Date('2026-09-30T22:00:00Z')
let city: Tenant

beforeEach(async () => {
  city = await aCity()
})

type Given = { on: string; count: number; state?: 'withdrawn' }

/** An idea of the spring, with so many voices on each of these days. */
async function aSupportedIdea(given: Given[], detail: Partial<typeof ideas.$inferInsert> = {}) {
  const counted = given.filter(({ state }) => !state).reduce((sum, { count }) => sum + count, 0)
  const { id } = await anIdea(city, {
    publishedAt,
    deadlineAt,
    collection: 'expired',
    expiredAt: deadlineAt,
    supportCount: counted,
    ...detail,
  })
  const voices = given.flatMap(({ on, count, state }) =>
    Array.from({ length: count }, () => ({
      ideaId: id,
      voterKey: randomBytes(32),
      state: state ?? ('counted' as const),
      countedOn: on,
      changedOn: on,
    })),
  )
  await inTenant(city, (db) => db.insert(supports).values(voices))
}

const replay = (...trials: Trial[]) => replayRules(city, trials, now)
const within = (threshold: number, duration: Trial['duration']): Trial => ({ threshold, duration })

test('a city without ideas has nothing to replay', async () => {
  expect(await replay(within(10, { months: 6 }))).toEqual({
    own: 0,
    imported: 0,
    results: [{ own: 0, imported: 0, reached: 0, unknown: 0, missed: 0, days: [], importedReached: 0 }],
  })
})

test('the day on which a voice makes the threshold is the day of the right, the last day included', async () => {
  await aSupportedIdea([
    { on: '2026-03-31', count: 2 },
    { on: '2026-04-30', count: 1 },
  ])
  const { results } = await replay(
    within(3, { months: 1 }),
    within(3, { days: 29 }),
    within(2, { days: 7 }),
    within(4, { months: 6 }),
  )
  expect(results.map(({ reached, missed, days }) => [reached, missed, days])).toEqual([
    [1, 0, [{ after: 30, count: 1 }]],
    [0, 1, []],
    [1, 0, [{ after: 0, count: 1 }]],
    [0, 1, []],
  ])
})

test('a voice taken back never counted', async () => {
  await aSupportedIdea([
    { on: '2026-04-02', count: 2 },
    { on: '2026-04-03', count: 5, state: 'withdrawn' },
  ])
  expect((await replay(within(3, { months: 6 }))).results[0]).toMatchObject({ reached: 0, missed: 1 })
})

test('what would have run longer than it did is not known, unless it had reached it already', async () => {
  await aSupportedIdea([{ on: '2026-04-02', count: 2 }])
  const recent = new Date('2026-11-01T12:00:00Z')
  await aSupportedIdea([{ on: '2026-11-02', count: 3 }], {
    publishedAt: recent,
    deadlineAt: new Date('2027-05-01T22:00:00Z'),
    collection: 'open',
    expiredAt: null,
  })
  const { own, results } = await replay(
    within(3, { months: 12 }),
    within(5, { months: 6 }),
    within(5, { days: 7 }),
  )
  expect(own).toBe(2)
  expect(results.map(({ reached, missed, unknown }) => [reached, missed, unknown])).toEqual([
    [1, 0, 1],
    [0, 1, 1],
    [0, 2, 0],
  ])
})

test('where one district is concerned its own number is enough, there alone', async () => {
  const voices = [{ on: '2026-04-02', count: 3 }]
  const [districtCode, secondDistrictCode] = belleville.territory.districts.map(({ code }) => code)
  await aSupportedIdea(voices, { districtCode })
  await aSupportedIdea(voices, { districtCode, secondDistrictCode })
  await aSupportedIdea(voices, { districtCode: secondDistrictCode })
  await anIdea(city, { districtCode, origin: 'ailleurs', originId: '1', collection: 'closed', importedSupportCount: 3 }) // prettier-ignore
  const rule = within(5, { months: 6 })
  const { results } = await replay(rule, { ...rule, districts: { [districtCode!]: 3 } })
  expect(results.map(({ reached, importedReached }) => [reached, importedReached])).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('imported ideas are counted apart, by their totals; examples and drafts not at all', async () => {
  const imported = (origin: string, importedSupportCount: number) =>
    anIdea(city, { origin, originId: `${importedSupportCount}`, collection: 'closed', importedSupportCount })
  await imported('ailleurs', 12)
  await imported('ailleurs', 7)
  await imported(sampleOrigin, 50)
  await anIdea(city, { publication: 'submitted', collection: 'not_started', publishedAt: null })
  const { own, imported: count, results } = await replay(within(10, { days: 7 }), within(5, { days: 7 }))
  expect([own, count]).toEqual([0, 2])
  expect(results.map(({ importedReached }) => importedReached)).toEqual([1, 2])
})

test('another city’s ideas are not there', async () => {
  await aSupportedIdea([{ on: '2026-04-02', count: 2 }])
  const neighbour = await aCity()
  expect(await replayRules(neighbour, [within(1, { months: 6 })], now)).toMatchObject({ own: 0, imported: 0 })
  expect(await replay(within(1, { months: 6 }))).toMatchObject({ own: 1, results: [{ reached: 1 }] })
})

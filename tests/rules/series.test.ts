import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givesIn, movesOf, readSeries } from '@/lib/cli/replay/series'

const kinds = (text: string, limit = 1000) =>
  [...movesOf(readSeries(text).observations, limit)].map(({ kind }) => kind)

test('a series is read with commas or tabs, with or without a header', () => {
  const comma = 'observed_at,signature_count\n2019-03-13 23:56:46,7346\n2019-03-14 23:59:33,7845\n'
  const tab = '2024-09-20 14:38:54\t0\r\n2024-09-22 16:16:51\t1\r\n'
  expect(readSeries(comma)).toMatchObject({ leftOut: 0, observations: [{ count: 7346 }, { count: 7845 }] })
  expect(readSeries(tab).observations.map(({ count }) => count)).toEqual([0, 1])
})

test('a blank count, a broken time and a word are left out and counted', () => {
  const text =
    '2026-04-28 22:20:13\t10\n2026-04-29 00:02:34\t\n2026-99-99 00:00:00\t11\nnonsense\n2026-04-29 02:00:00\t12'
  expect(readSeries(text)).toMatchObject({ leftOut: 3, observations: [{ count: 10 }, { count: 12 }] })
})

test('of two counts of one moment the larger stays, and times out of order are put in order', () => {
  const text = '2019-03-14 00:00:00,5\n2019-03-13 23:56:46,3\n2019-03-13 23:56:46,1\n'
  expect(readSeries(text).observations.map(({ count }) => count)).toEqual([3, 5])
})

test('a rise is supports evenly spread, a fall is as many taken back', () => {
  const { observations } = readSeries('2020-01-01 00:00:00,0\n2020-01-01 01:00:00,2\n2020-01-01 02:00:00,1\n')
  const hour = 3_600_000
  const from = observations[0]!.at
  expect([...movesOf(observations, 10)].map(({ at, kind }) => [at - from, kind])).toEqual([
    [hour / 2, 'give'],
    [hour, 'give'],
    [2 * hour, 'takeBack'],
  ])
})

test('nothing is taken back that was not given here, and no more is given than the limit', () => {
  expect(kinds('2020-01-01 00:00:00,50\n2020-01-01 01:00:00,40\n2020-01-01 02:00:00,41\n')).toEqual(['give'])
  expect(kinds('2020-01-01 00:00:00,0\n2020-01-01 01:00:00,900\n', 7)).toHaveLength(7)
})

test('a crowd is never too small for its moves, and never holds less than nothing', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 400 }), (series, limit) => {
      const observations = series.map((count, place) => ({ at: place * 60_000, count }))
      let [given, held, last] = [0, 0, 0]
      for (const { at, kind } of movesOf(observations, limit)) {
        given += kind === 'give' ? 1 : 0
        held += kind === 'give' ? 1 : -1
        expect(held).toBeGreaterThanOrEqual(0)
        expect(at).toBeGreaterThanOrEqual(last)
        last = at
      }
      expect(given).toBeLessThanOrEqual(givesIn(observations, limit))
    }),
  )
})

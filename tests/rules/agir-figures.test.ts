import { expect, test } from 'vitest'
import { withoutFew } from '@/lib/agir/figures/rules'

const row = (key: string, people: number) => ({
  key,
  activities: 2,
  people,
  places: people + 1,
  hours: people * 2.4,
})
const told = (people: number[]) =>
  withoutFew(people.map((many, place) => row(`${place}`, many))).map(({ places }) => places !== null)

test.each([
  ['four people would be recognised, five are told', [4, 3, 5], [false, false, true]],
  ['where nobody came there is nobody to recognise', [0, 9, 12], [true, true, true]],
  [
    'one alone would be what is missing from the total: the smallest other goes with it',
    [2, 30, 8],
    [false, true, false],
  ],
  ['a single row has no other to go with it', [3], [false]],
])('%s', (_what, people, shown) => {
  expect(told(people)).toEqual(shown)
})

test('hours are told whole, and activities, which everyone sees, always', () => {
  expect(withoutFew([row('a', 7), row('b', 9)]).map(({ hours }) => hours)).toEqual([17, 22])
  expect(withoutFew([row('a', 1)])).toMatchObject([{ activities: 2, places: null, hours: null }])
})

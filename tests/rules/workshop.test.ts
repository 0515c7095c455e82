import { expect, test } from 'vitest'
import { TrialInput } from '@/lib/rules/workshop/input'
import {
  checkpoints,
  halfReachedIn,
  reachedBy,
  stepsOf,
  ticksTo,
  trialOf,
  trialsOf,
} from '@/lib/rules/workshop/rules'

const sixMonths = { months: 6 }
const days = [
  { after: 3, count: 1 },
  { after: 40, count: 2 },
]

test('a rule that says the same as another is compared once', () => {
  const inForce = { threshold: 1500, duration: sixMonths }
  const kinds = (...trials: Parameters<typeof trialsOf>) => trialsOf(...trials).map(({ kind }) => kind)
  expect(kinds(inForce, inForce, null)).toEqual(['inForce'])
  expect(kinds(inForce, { ...inForce, threshold: 300 }, inForce)).toEqual(['inForce', 'drafted'])
  expect(kinds(inForce, null, { threshold: 1500, duration: { days: 180 } })).toEqual(['inForce', 'tried'])
})

test('a share of the population is tried as the number it comes to', () => {
  const threshold = { mode: 'share', percent: 1, floor: 50, cap: 5000 } as const
  expect(trialOf({ ideas: { threshold, duration: sixMonths } as never, population: 9000 })).toEqual({
    threshold: 90,
    duration: sixMonths,
  })
})

test('half of those that reach it is counted upwards', () => {
  expect(halfReachedIn({ days, reached: 3 })).toBe(40)
  expect(halfReachedIn({ days: days.slice(0, 1), reached: 1 })).toBe(3)
  expect(halfReachedIn({ days: [], reached: 0 })).toBeNull()
})

test('a line climbs on the day an idea reaches it and ends with all of them', () => {
  expect(reachedBy({ days }, 39)).toBe(1)
  expect(stepsOf({ days }, 180)).toEqual([
    { x: 0, y: 0 },
    { x: 3, y: 0 },
    { x: 3, y: 1 },
    { x: 40, y: 1 },
    { x: 40, y: 3 },
    { x: 180, y: 3 },
  ])
})

test('an axis holds what it has to in a few round numbers', () => {
  expect(ticksTo(0)).toEqual([0, 1])
  expect(ticksTo(1)).toEqual([0, 1])
  expect(ticksTo(11)).toEqual([0, 5, 10, 15])
  expect(ticksTo(50_000)).toEqual([0, 20_000, 40_000, 60_000])
})

test('a table is read at a handful of days, the last of the longest rule among them', () => {
  expect(checkpoints([{ threshold: 1, duration: { days: 30 } }])).toEqual([7, 14, 30])
  expect(checkpoints([{ threshold: 1, duration: sixMonths }]).at(-1)).toBe(183)
  expect(checkpoints([{ threshold: 1, duration: { months: 24 } }])).toHaveLength(7)
})

test('what is tried keeps to the bounds of the settings', () => {
  const tried = (seuil: string, duree: string, unite: string) =>
    TrialInput.safeParse({ seuil, duree, unite }).data
  expect(tried('1 500', '6', 'mois')).toEqual({ threshold: 1500, duration: sixMonths })
  expect(tried('300', '90', 'jours')).toEqual({ threshold: 300, duration: { days: 90 } })
  const refused: [string, string, string][] = [
    ['0', '6', 'mois'],
    ['300', '25', 'mois'],
    ['300', '6', 'jours'],
    ['-1', '6', 'mois'],
    ['1e9', '6', 'mois'],
    ['300', '6', 'ans'],
  ]
  for (const wrong of refused) expect(tried(...wrong)).toBeUndefined()
})

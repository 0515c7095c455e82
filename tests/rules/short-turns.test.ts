import { expect, test } from 'vitest'
import { shortTurns } from '@/lib/short-turns'

/** One look at whatever else the process was asked. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve))

test('a city without a crowd is served at once, in the midst of another’s', () => {
  const done: string[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('crowded', () => done.push('crowded'))
  inTurn('quiet', () => done.push('quiet'))
  expect(done).toEqual(['crowded', 'quiet'])
})

test('a crowd is served a few at a time, everyone, in the order they came', async () => {
  const done: number[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('crowded', () => done.push(at))
  await aTurn()
  expect(done.length).toBeLessThanOrEqual(9)
  for (let turns = 0; turns < 12; turns++) await aTurn()
  expect(done).toEqual(Array.from({ length: 100 }, (_, at) => at))
})

test('two crowds share a turn', async () => {
  const done: string[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('first', () => done.push('first'))
  for (let at = 0; at < 100; at++) inTurn('second', () => done.push('second'))
  await aTurn()
  expect(done.slice(2).filter((city) => city === 'second')).toHaveLength(4)
})

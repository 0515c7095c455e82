import { expect, test } from 'vitest'
import { shortTurns } from '@/lib/short-turns'

/** One look at whatever else the process was asked. */
const aTurn = () => new Promise((resolve) => setImmediate(resolve))

test('a city without a crowd is served in the next turn, after one thing of another’s', async () => {
  const done: string[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('crowded', () => done.push('crowded'))
  inTurn('quiet', () => done.push('quiet'))
  await aTurn()
  expect(done.slice(0, 2)).toEqual(['crowded', 'quiet'])
})

test('a crowd is served a few at a time, everyone, in the order they came', async () => {
  const done: number[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('crowded', () => done.push(at))
  await aTurn()
  expect(done).toHaveLength(8)
  for (let turns = 0; turns < 12; turns++) await aTurn()
  expect(done).toEqual(Array.from({ length: 100 }, (_, at) => at))
})

test('two crowds share a turn', async () => {
  const done: string[] = []
  const inTurn = shortTurns(8)
  for (let at = 0; at < 100; at++) inTurn('first', () => done.push('first'))
  for (let at = 0; at < 100; at++) inTurn('second', () => done.push('second'))
  await aTurn()
  expect(done.filter((city) => city === 'second')).toHaveLength(4)
})

import { expect, test } from 'vitest'
import { isCrowded, noteAsked } from '@/lib/crowd'

const askedAt = (now: number, times: number) => {
  for (let turn = 0; turn < times; turn++) noteAsked(now)
}

test('a hundred requests within a second are a crowd, until two seconds have passed without one', () => {
  askedAt(10_000, 99)
  expect(isCrowded(10_500)).toBe(false)
  askedAt(10_600, 1)
  expect(isCrowded(10_600)).toBe(true)
  expect(isCrowded(11_500)).toBe(true)
  expect(isCrowded(13_000)).toBe(false)
})

test('a few requests a second are none, however long they go on', () => {
  for (let second = 20; second < 30; second++) {
    askedAt(second * 1000, 40)
    expect(isCrowded(second * 1000 + 900)).toBe(false)
  }
})

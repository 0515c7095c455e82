import { expect, test } from 'vitest'
import { spaced } from '@/components/ideas/map-spacing'

const apart = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

test('markers at the same place part, each by half', () => {
  const [one, other] = spaced([
    { x: 100, y: 50, size: 28 },
    { x: 100, y: 50, size: 28 },
  ])
  expect(apart(one!, other!)).toBeGreaterThan(36)
  expect((one!.x + other!.x) / 2).toBeCloseTo(100)
})

test('a marker with room around it stays where it is', () => {
  const far = [
    { x: 0, y: 0, size: 28 },
    { x: 90, y: 0, size: 40 },
  ]
  expect(spaced(far)).toEqual(far)
})

test('a crowd of thirty leaves room for every finger', () => {
  const crowd = spaced(
    Array.from({ length: 30 }, (_, index) => ({ x: index % 3, y: index % 5, size: 28 })),
    400,
  )
  const nearest = crowd.flatMap((one, index) => crowd.slice(index + 1).map((other) => apart(one, other)))
  expect(Math.min(...nearest)).toBeGreaterThan(24)
})

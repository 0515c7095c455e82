import { expect, test } from 'vitest'
import type { MapSpot } from '@/components/ideas/map-gathering'
import { together } from '@/components/ideas/map-gathering'
import { gathered, spaced } from '@/components/ideas/map-spacing'

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

test('what would push each other out of the city stands under the weightiest, two stand side by side', () => {
  const at = (x: number, y: number, weight = 1) => ({ x, y, weight })
  expect(gathered([at(0, 0), at(10, 0, 7), at(20, 5)])).toEqual([[1, 0, 2]])
  expect(gathered([at(0, 0), at(10, 0, 7)])).toEqual([[1], [0]])
  expect(gathered([at(0, 0), at(300, 0)])).toEqual([[0], [1]])
  expect(gathered([])).toEqual([])
})

test('five thousand places of a small city leave each marker near its own', () => {
  const places = Array.from({ length: 600 }, (_, index) => ({
    x: (index * 37) % 180,
    y: (index * 53) % 120,
    weight: 8,
  }))
  const groups = gathered(places)
  const discs = groups.map(([first]) => ({ ...places[first!]!, size: 40 }))
  const moved = spaced(discs).map((disc, index) => apart(disc, discs[index]!))
  expect(groups.flat().toSorted((a, b) => a - b)).toEqual(places.map((_, index) => index))
  expect(Math.max(...moved)).toBeLessThan(30)
})

test('several under one marker keep the colour of what lasts, and lead to each of it', () => {
  const spot = (href: string, isLasting: boolean): MapSpot => {
    const link = { href, text: href }
    const place = { latitude: 0, longitude: 0, label: href, count: '1', weight: 1 }
    return { ...place, isLasting, links: [link], around: isLasting ? link : { href: '/around', text: '' } }
  }
  const said = (group: MapSpot[]) => {
    const { links, ...one } = together(group, (weight) => [`${weight}`, `${weight} here`])
    return { ...one, links: links.map(({ href }) => href) }
  }
  const [garden, choir, walk] = [spot('/garden', true), spot('/choir', true), spot('/walk', false)]
  expect(said([garden, choir])).toMatchObject({ isLasting: true, links: ['/garden', '/choir'] })
  expect(said([garden, walk, choir])).toMatchObject({
    ...{ isLasting: false, holdsLasting: true, weight: 3, label: '3 here' },
    links: ['/around', '/garden', '/choir'],
  })
  expect(said([walk, walk])).toMatchObject({ isLasting: false, holdsLasting: false, links: ['/around'] })
})

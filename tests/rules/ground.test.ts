import { describe, expect, test } from 'vitest'
import { districtsIn } from '@/lib/tenancy/drafts/fields/input'
import { groundProblems } from '@/lib/territory/ground/rules'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'

type Point = [number, number]
const centre: Point = [2.35, 48.85]
const locales = ['fr'] as const

const square = (x: number, y: number, side = 0.01): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
/** A circle of so many points, a few of them a little off. */
const circle = (points: number, radius = 0.05, roughness = 0): Point[] => {
  const ring = Array.from({ length: points - 1 }, (_, at): Point => {
    const far = radius + (at % 2) * roughness
    const turn = (at / (points - 1)) * 2 * Math.PI
    return [centre[0] + far * Math.cos(turn), centre[1] + far * Math.sin(turn)]
  })
  return [...ring, ring[0]!]
}
const feature = (code: string, ...rings: unknown[]) => ({
  type: 'Feature',
  properties: { code, name: code },
  geometry: { type: 'Polygon', coordinates: rings },
})
const fileOf = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

/** What is wrong with a file, as it would be said at its field. */
function judged(text: string) {
  const read = districtsIn(text, { locales: [...locales] })
  const codes = 'error' in read ? [read.error] : problemsOf((read as { value: unknown }).value)
  return { codes, read }
}

function problemsOf(districts: unknown) {
  const territory = Tenant.shape.territory.safeParse({ ...belleville.territory, centre, districts })
  return territory.success ? groundProblems(territory.data).map(({ code }) => code) : ['unreadable']
}

test('squares side by side are a city', () => {
  expect(judged(fileOf(feature('a', square(2.34, 48.84)), feature('b', square(2.35, 48.84)))).codes).toEqual(
    [],
  )
})

test.each([
  ['a hole', fileOf(feature('a', square(2.3, 48.8, 0.1), square(2.33, 48.83))), ['outline_hollow']],
  [
    'two that lie one over the other',
    fileOf(feature('a', square(2.34, 48.84)), feature('b', square(2.345, 48.84))),
    ['outlines_overlap'],
  ],
  ['an outline that does not close', fileOf(feature('a', square(2.34, 48.84).slice(0, 4))), ['outline_open']],
  ['latitude first', fileOf(feature('a', square(48.84, 2.34))), ['centre_elsewhere']],
  [
    'a line',
    fileOf({ ...feature('a'), geometry: { type: 'LineString', coordinates: square(2.34, 48.84) } }),
    ['unreadable'],
  ],
  ['no shape', fileOf({ ...feature('a'), geometry: null }), ['unreadable']],
  ['degrees that are none', fileOf(feature('a', square(2000, 48))), ['unreadable']],
  ['words for degrees', fileOf(feature('a', [['<svg onload=alert(1)>', 1]])), ['unreadable']],
  ['no collection', '{"type":"Feature"}', ['not_geojson']],
  ['no JSON', '<svg/>', ['not_geojson']],
  ['nothing', fileOf(), ['unreadable']],
] as const)('%s is refused', (_what, text, codes) => {
  expect(judged(text).codes).toEqual(codes)
})

describe('files that would take a process for themselves are answered', { timeout: 60_000 }, () => {
  const strips = Array.from({ length: 400 }, (_, at) => {
    const x = 2 + at * 0.001
    return feature(`s${at}`, [[x, 48], [x + 0.0005, 48], [x + 0.4005, 48.4], [x + 0.4, 48.4], [x, 48]]) // prettier-ignore
  })
  const onEachOther = Array.from({ length: 400 }, (_, at) => feature(`o${at}`, circle(50)))
  const parcels = Array.from({ length: 20_000 }, (_, at) =>
    feature(`p${at}`, square(2 + (at % 200) * 0.001, 48 + Math.floor(at / 200) * 0.001, 0.001)),
  )

  test.each([
    ['400 on each other', fileOf(...onEachOther), 'outlines_overlap'],
    ['400 strips across', fileOf(...strips), 'outlines_heavy'],
    ['every parcel of a town', fileOf(...parcels), 'outlines_heavy'],
    [
      'lists in lists',
      `{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`,
      'unreadable',
    ],
  ] as const)('%s', (_what, text, code) => {
    expect(judged(text).codes).toContain(code)
  })

  test('200,000 points become few enough, and two neighbours still share their border', () => {
    const half = circle(100_000, 0.05, 0.000_001)
    const [west, east] = [half.slice(0, 50_000), half.slice(49_999)]
    const text = fileOf(
      feature('w', [...west, west[0]]),
      feature('e', [...east, east[0]]),
      feature(
        'far',
        circle(100_000, 0.2).map(([x, y]) => [x + 1, y]),
      ),
    )
    const { codes, read } = judged(text)
    expect(codes).toEqual([])
    const { value } = read as { value: { outline: { coordinates: Point[][] } }[] }
    expect(value.flatMap(({ outline }) => outline.coordinates.flat()).length).toBeLessThanOrEqual(20_000)
    const [one, other] = value.map(({ outline }) => new Set(outline.coordinates[0]!.map(String)))
    expect([...one!].filter((place) => other!.has(place)).length).toBeGreaterThanOrEqual(2)
  })

  test('200,000 points that cannot be spared are refused with their number', () => {
    const { codes } = judged(fileOf(feature('a', circle(200_000, 20, 2))))
    expect(codes).toEqual(['outlines_heavy'])
  })
})

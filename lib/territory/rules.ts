import type { Tenant } from '../../tenants/tenant'
import type { Outline } from '../../tenants/territory'

type Point = readonly [number, number]
export type Drawing = {
  width: number
  height: number
  districts: { code: string; path: string; x: number; y: number }[]
}

const width = 600

/** The districts as an SVG draws them: north up, as wide as they are, each with the point where its number goes. */
export function drawTerritory({ territory }: Pick<Tenant, 'territory'>): Drawing {
  const rings = territory.districts.map(({ outline }) => ringsOf(outline))
  const everyPoint = rings.flat(2)
  const [west, east] = bounds(everyPoint.map(([longitude]) => longitude))
  const [south, north] = bounds(everyPoint.map(([, latitude]) => latitude))
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (width - 8) / ((east - west) * narrowing)
  const place = ([longitude, latitude]: Point): Point => [
    Math.round((longitude - west) * narrowing * scale) + 4,
    Math.round((north - latitude) * scale) + 4,
  ]
  return {
    width,
    height: Math.round((north - south) * scale) + 8,
    districts: territory.districts.map(({ code }, index) => {
      const drawn = rings[index]!.map((ring) => ring.map(place))
      const [x, y] = middleOf(drawn.reduce((kept, ring) => (areaOf(ring) > areaOf(kept) ? ring : kept)))
      return { code, path: drawn.map(pathOf).join(''), x, y }
    }),
  }
}

function ringsOf(outline: Outline): readonly (readonly Point[])[] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
}

const bounds = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)]

function pathOf(ring: readonly Point[]): string {
  const steps = ring.slice(1).map(([x, y], index) => `${x - ring[index]![0]} ${y - ring[index]![1]}`)
  return `M${ring[0]![0]} ${ring[0]![1]}l${steps.filter((step) => step !== '0 0').join(' ')}z`
}

function areaOf(ring: readonly Point[]): number {
  return Math.abs(crosses(ring).reduce((sum, { cross }) => sum + cross, 0)) / 2
}

/** The centre of gravity of a ring. */
function middleOf(ring: readonly Point[]): Point {
  const parts = crosses(ring)
  const twice = parts.reduce((sum, { cross }) => sum + cross, 0) || 1
  const x = parts.reduce((sum, { from, to, cross }) => sum + (from[0] + to[0]) * cross, 0) / (3 * twice)
  const y = parts.reduce((sum, { from, to, cross }) => sum + (from[1] + to[1]) * cross, 0) / (3 * twice)
  return [Math.round(x), Math.round(y)]
}

function crosses(ring: readonly Point[]) {
  return ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    return { from, to, cross: from[0] * to[1] - to[0] * from[1] }
  })
}

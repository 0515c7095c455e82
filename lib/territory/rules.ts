import type { Tenant } from '../../tenants/tenant'
import type { Outline } from '../../tenants/territory'

type Territory = Pick<Tenant['territory'], 'districts'>
type Point = readonly [number, number]
export type Drawing = {
  width: number
  height: number
  districts: { code: string; path: string; x: number; y: number; room: number }[]
  /** Where a longitude and a latitude are on the drawing. */
  place: (point: Point) => Point
}

const width = 600
const fineness = 20
const drawings = new WeakMap<Territory, Drawing>()

/** The districts as an SVG draws them: north up, as wide as they are, each with the point where its number goes and the room there. */
export function drawTerritory({ territory }: { territory: Territory }): Drawing {
  const drawn = drawings.get(territory) ?? draw(territory)
  drawings.set(territory, drawn)
  return drawn
}

/** Whether the city is so much wider than high that a telephone shows all of it in little height. */
export function isWide(tenant: { territory: Territory }): boolean {
  const { width, height } = drawTerritory(tenant)
  return width > height * 1.3
}

function draw(territory: Territory): Drawing {
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
    place,
    districts: territory.districts.map(({ code }, index) => {
      const drawn = rings[index]!.map((ring) => ring.map(place))
      const main = drawn.reduce((kept, ring) => (areaOf(ring) > areaOf(kept) ? ring : kept))
      return { code, path: drawn.map(pathOf).join(''), ...roomiest(main) }
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
  return Math.abs(sides(ring).reduce((sum, [from, to]) => sum + from[0] * to[1] - to[0] * from[1], 0)) / 2
}

/** The point farthest from every border, where a disc has the most room; looked for on a grid. */
function roomiest(ring: readonly Point[]): { x: number; y: number; room: number } {
  const [west, east] = bounds(ring.map(([x]) => x))
  const [north, south] = bounds(ring.map(([, y]) => y))
  let found = { x: west, y: north, room: 0 }
  for (let x = west; x <= east; x += (east - west) / fineness)
    for (let y = north; y <= south; y += (south - north) / fineness) {
      const room = distanceTo(ring, [x, y])
      if (room > found.room && isWithin(ring, [x, y])) found = { x, y, room }
    }
  return { x: Math.round(found.x), y: Math.round(found.y), room: Math.floor(found.room) }
}

function isWithin(ring: readonly Point[], [x, y]: Point): boolean {
  const crossed = sides(ring).filter(
    ([from, to]) =>
      from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0],
  )
  return crossed.length % 2 === 1
}

function distanceTo(ring: readonly Point[], [x, y]: Point): number {
  return Math.min(
    ...sides(ring).map(([from, to]) => {
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
      const along = Math.max(
        0,
        Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)),
      )
      return Math.hypot(from[0] + along * dx - x, from[1] + along * dy - y)
    }),
  )
}

const sides = (ring: readonly Point[]) =>
  ring.map((from, index) => [from, ring[(index + 1) % ring.length]!] as const)

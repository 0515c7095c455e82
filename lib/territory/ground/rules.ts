import type { Tenant } from '../../../tenants/tenant'
import type { Outline } from '../../../tenants/territory'

type Territory = Tenant['territory']
type Point = readonly [number, number]
type Ring = readonly Point[]
type Box = { west: number; south: number; east: number; north: number }
type GroundProblem = {
  at: string
  code: 'outline_open' | 'outline_hollow' | 'outlines_overlap' | 'outlines_heavy' | 'centre_elsewhere'
  named?: string
  count?: number
}

/** More than that no page could draw. */
const mostPoints = 20_000
/** Sides looked at for each point of a grid, over all the pairs of districts that are near each other. */
const mostLooked = 100_000
const mostDistricts = 500
const fineness = 24
/** Neighbours drawn by two hands never agree to the metre: this much of the smaller may lie over the other. */
const tolerated = 0.02

/** Why these districts cannot be a city's ground: open, hollow, one over the other, too heavy, or far from its centre. */
export function groundProblems({
  districts,
  centre,
}: Pick<Territory, 'districts' | 'centre'>): GroundProblem[] {
  const at = 'territory.districts'
  const count = districts.reduce((sum, { outline }) => sum + ringsOf(outline).flat().length, 0)
  if (count > mostPoints || districts.length > mostDistricts) return [{ at, code: 'outlines_heavy', count }]
  const open = districts.filter(({ outline }) =>
    ringsOf(outline).some((ring) => String(ring[0]) !== String(ring.at(-1))),
  )
  const hollow = districts.filter(({ outline }) => shapesOf(outline).some((rings) => rings.length > 1))
  const broken = [
    ...open.map(({ code }) => ({ at: `${at}.${code}`, code: 'outline_open', named: code }) as const),
    ...hollow.map(({ code }) => ({ at: `${at}.${code}`, code: 'outline_hollow', named: code }) as const),
  ]
  if (broken.length > 0) return broken
  const grounds = districts.map(({ code, outline }) => ({
    code,
    rings: ringsOf(outline),
    box: boxOf(outline),
  }))
  const over = firstOver(grounds)
  if (over === 'too_much') return [{ at, code: 'outlines_heavy', count }]
  const isNear = grounds.some(({ box }) => isAround(box, centre))
  return [
    ...over.map((named) => ({ at, code: 'outlines_overlap', named }) as const),
    ...(isNear ? [] : [{ at: 'territory.centre', code: 'centre_elsewhere' } as const]),
  ]
}

type Ground = { rings: readonly Ring[]; box: Box }

/**
 * Pairs that lie one over the other: the first few, so that a file in which all do is answered as fast as any. A file
 * that would take longer than a visitor waits is said to be too much instead.
 */
function firstOver(grounds: (Ground & { code: string })[]): string[] | 'too_much' {
  const found: string[] = []
  let looked = 0
  for (const [index, one] of grounds.entries())
    for (const other of grounds.slice(index + 1)) {
      if (!sharedBy(one.box, other.box)) continue
      looked += sizeOf(one) + sizeOf(other)
      if (looked > mostLooked) return 'too_much'
      if (!liesOver(one, other)) continue
      found.push(`${one.code}, ${other.code}`)
      if (found.length === 3) return found
    }
  return found
}

const sizeOf = ({ rings }: Ground) => rings.reduce((sum, ring) => sum + ring.length, 0)

/** Looked for on a grid over what their boxes share; compared with how much of the grid the smaller one covers. */
function liesOver(one: Ground, other: Ground): boolean {
  const shared = sharedBy(one.box, other.box)
  if (!shared) return false
  const both = gridOver(shared).filter((point) => isOn(one, point) && isOn(other, point)).length
  if (both === 0) return false
  const share = (both / fineness ** 2) * areaOf(shared)
  return share / Math.min(coveredBy(one), coveredBy(other)) > tolerated
}

const coveredBy = (ground: Ground) =>
  (gridOver(ground.box).filter((point) => isOn(ground, point)).length / fineness ** 2) * areaOf(ground.box)

const areaOf = ({ west, south, east, north }: Box) => (east - west) * (north - south)

function gridOver({ west, south, east, north }: Box): Point[] {
  return Array.from({ length: fineness ** 2 }, (_, index): Point => [
    west + ((east - west) * ((index % fineness) + 0.5)) / fineness,
    south + ((north - south) * (Math.floor(index / fineness) + 0.5)) / fineness,
  ])
}

function sharedBy(one: Box, other: Box): Box | null {
  const shared = {
    west: Math.max(one.west, other.west),
    south: Math.max(one.south, other.south),
    east: Math.min(one.east, other.east),
    north: Math.min(one.north, other.north),
  }
  return shared.west < shared.east && shared.south < shared.north ? shared : null
}

/** Once round the middle is about as wide as the city: a centre a whole city away is a mistake. */
function isAround({ west, south, east, north }: Box, [x, y]: Point): boolean {
  const [wide, high] = [east - west, north - south]
  return x > west - wide && x < east + wide && y > south - high && y < north + high
}

const isOn = ({ rings }: Ground, point: Point) =>
  rings.filter((ring) => isWithin(ring, point)).length % 2 === 1

function isWithin(ring: Ring, [x, y]: Point): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [from, to] = [ring[i]!, ring[j]!]
    const crosses =
      from[1] > y !== to[1] > y && x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]
    if (crosses) inside = !inside
  }
  return inside
}

function boxOf(outline: Outline): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of ringsOf(outline).flat()) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

const shapesOf = (outline: Outline): readonly (readonly Ring[])[] =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
const ringsOf = (outline: Outline): readonly Ring[] => shapesOf(outline).flat()

type Point = readonly number[]
type Shape = { type?: unknown; coordinates?: unknown }
type Ring<Kept> = (ring: Point[]) => Kept

/** What a page carries without anybody noticing. */
const mostPoints = 20_000
/** From a metre to about fifty, in degrees: less than the width of a line on any map of a city. */
const steps = [0.000_01, 0.000_02, 0.000_05, 0.000_1, 0.000_2, 0.000_5]

/**
 * Outlines with fewer points, when there are more than a page can carry. Every point moves to the nearest of a grid, so
 * that two neighbours still share their border; the grid grows until it is enough. What cannot be made light enough stays
 * as it is, to be refused.
 */
export function lightened<One extends { outline: Shape }>(districts: One[]): One[] {
  const count = (of: Ring<number>) =>
    districts.reduce((sum, { outline }) => sum + sumOf(outline.coordinates, of), 0)
  if (count((ring) => ring.length) <= mostPoints) return districts
  const step = steps.find((one) => count((ring) => onGrid(ring, one).length) <= mostPoints)
  if (step === undefined) return districts
  return districts.map((one) => ({
    ...one,
    outline: { ...one.outline, coordinates: moved(one.outline.coordinates, step) },
  }))
}

function sumOf(part: unknown, of: Ring<number>): number {
  if (!Array.isArray(part)) return 0
  return isRing(part) ? of(part) : part.reduce<number>((sum, one) => sum + sumOf(one, of), 0)
}

/** Rings that vanish between two lines of the grid were too small to be seen. */
function moved(part: unknown, step: number): unknown {
  if (!Array.isArray(part)) return part
  if (isRing(part))
    return onGrid(part, step).map((place) => place.map((line) => Number((line * step).toFixed(5))))
  const kept = part.map((one) => moved(one, step)).filter((one) => !Array.isArray(one) || one.length > 0)
  return kept.length > 0 ? kept : part
}

const isRing = (part: unknown[]): part is Point[] =>
  part.length > 0 && part.every((one) => Array.isArray(one) && typeof one[0] === 'number')

/** A ring by the lines of the grid, without what comes twice in a row or lies on the way to the next. */
function onGrid(ring: Point[], step: number): [number, number][] {
  const kept: [number, number][] = []
  for (const [longitude, latitude] of ring) {
    const place: [number, number] = [Math.round(longitude! / step), Math.round(latitude! / step)]
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last && last[0] === place[0] && last[1] === place[1]) continue
    if (before && last && isStraight(before, last, place)) kept.pop()
    kept.push(place)
  }
  return kept.length < 4 ? [] : kept
}

function isStraight(from: Point, [x, y]: [number, number], to: Point): boolean {
  return (x - from[0]!) * (to[1]! - y) === (y - from[1]!) * (to[0]! - x)
}

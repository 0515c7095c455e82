import type { Outline } from '../../../tenants/territory'

export type Point = { latitude: number; longitude: number }
type Districts = { districts: { code: string; outline: Outline }[] }

/** The district a point lies in; null outside the city. */
export function districtAt<T extends Districts>(territory: T, point: Point): T['districts'][number] | null {
  return territory.districts.find(({ outline }) => lies(point, outline)) ?? null
}

function lies(point: Point, outline: Outline): boolean {
  const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return parts.some(
    ([shore, ...lakes]) => within(point, shore!) && !lakes.some((lake) => within(point, lake)),
  )
}

/** Counts how often a line drawn eastward from the point leaves the ring. */
function within({ latitude, longitude }: Point, ring: [number, number][]): boolean {
  let inside = false
  for (let here = 0, before = ring.length - 1; here < ring.length; before = here++) {
    const [x1, y1] = ring[here]!
    const [x2, y2] = ring[before]!
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1)
      inside = !inside
  }
  return inside
}

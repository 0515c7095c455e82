import type { Tenant } from '../../../tenants/tenant'

/** The side, in degrees, of the squares by which a city's ideas are gathered on its map: some two dozen across. */
export function squareOf({ territory }: Pick<Tenant, 'territory'>): number {
  const points = territory.districts.flatMap(({ outline }) =>
    outline.type === 'Polygon' ? outline.coordinates.flat() : outline.coordinates.flat(2),
  )
  const longitudes = points.map(([longitude]) => longitude)
  return Math.max(0.0005, (Math.max(...longitudes) - Math.min(...longitudes)) / 24)
}

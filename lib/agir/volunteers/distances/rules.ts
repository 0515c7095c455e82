import type { Tenant } from '../../../../tenants/tenant'
import type { Outline } from '../../../../tenants/territory'

type Territory = Pick<Tenant['territory'], 'districts'>

/** From the middle of one district to the middle of each, as the crow flies. */
export function kilometresFrom({ districts }: Territory, code: string): Map<string, number> {
  const here = districts.find((one) => one.code === code)
  if (!here) return new Map()
  const from = middleOf(here.outline)
  return new Map(districts.map(({ code: other, outline }) => [other, kilometres(from, middleOf(outline))]))
}

function middleOf(outline: Outline): [longitude: number, latitude: number] {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  const points = rings.flat()
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length
  return [mean(0), mean(1)]
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

function kilometres([fromX, fromY]: [number, number], [toX, toY]: [number, number]): number {
  const eastward = radians(toX - fromX) * Math.cos(radians((fromY + toY) / 2))
  return 6371 * Math.hypot(eastward, radians(toY - fromY))
}

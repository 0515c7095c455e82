import { districtAt } from '../../../ideas/places/rules'
import type { Tenant } from '../../../../tenants/tenant'
import type { Precision } from '../rules'
import type { Answer } from './input'

/** How often a service that does not answer is asked about one address. */
export const mostAsks = 8
const firstWait = 10 * 60_000
const surely = 0.5

/** When to ask again: each time three times as long as the one before; the last is three weeks after. */
export const againAt = (asks: number, now: Date) => new Date(now.getTime() + firstWait * 3 ** (asks - 1))

export type Placed = { latitude: number; longitude: number; precision: Precision }

const precisionOf: Record<string, Precision> = {
  ...{ housenumber: 'exact', house: 'exact', building: 'exact', poi: 'exact' },
  ...{ street: 'street', road: 'street' },
}

/** Where an address is, if the answer is sure and lies in the district that its organiser said; null leaves it without a pin. */
export function placeIn(
  { territory }: Pick<Tenant, 'territory'>,
  districtCode: string | null,
  [found]: Answer,
): Placed | null {
  if (!found || found.score < surely) return null
  const { latitude, longitude, type } = found
  const precision = precisionOf[type]
  const district = districtAt(territory, { latitude, longitude })
  if (!precision || !district || (districtCode && district.code !== districtCode)) return null
  return { latitude, longitude, precision }
}

/** `https://…/search?q={q}` with the address in its place. */
export const asked = (service: string, address: string) => service.replace('{q}', encodeURIComponent(address))

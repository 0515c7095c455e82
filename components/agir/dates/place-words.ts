import type { DatePlace } from '@/lib/agir/dates/placing/rules'
import { localized } from '@/lib/i18n/localized'
import type { Locale, Tenant } from '@/tenants/tenant'

/** The name, the address and the district of a place, each said once. */
export function wordsOfPlace(place: DatePlace, tenant: Tenant, locale: Locale): string[] {
  const district = tenant.territory.districts.find(({ code }) => code === place.districtCode)
  const words = [place.placeLabel, place.address, district && localized(district.name, locale, tenant)]
  return [...new Set(words.filter((word) => word))] as string[]
}

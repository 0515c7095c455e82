import type { Locale, Localized, Tenant } from '../../tenants/tenant'
import { frenchSpaced } from './french-spaces'

type Placed = { districtCode: string | null; secondDistrictCode?: string | null }

/** The names of the district, or the two, that something is about. */
export function districtNames(
  { tenant, locale }: { tenant: Tenant; locale: Locale },
  { districtCode, secondDistrictCode }: Placed,
): string[] {
  const { districts } = tenant.territory
  const found = [districtCode, secondDistrictCode].flatMap(
    (one) => districts.find(({ code }) => code === one) ?? [],
  )
  return found.map(({ name }) => localized(name, locale, tenant))
}

/** What a district is called; its code when the city has it no more. */
export const districtNamer = (site: { tenant: Tenant; locale: Locale }) => (districtCode: string) =>
  districtNames(site, { districtCode })[0] ?? districtCode

/** A city's text in the language being read, else in the city's first language, else in any. */
export function localized(text: Localized, locale: Locale, tenant: Tenant): string {
  const [first] = Object.keys(text) as Locale[]
  const said = [locale, tenant.locales[0]!].find((one) => text[one] !== undefined) ?? first
  if (!said) return ''
  return said === 'fr' ? frenchSpaced(text.fr!) : text[said]!
}

import type { Locale, Localized, Tenant } from '../../tenants/tenant'
import { frenchSpaced } from './french-spaces'

/** A city's text in the language being read, else in the city's first language, else in any. */
export function localized(text: Localized, locale: Locale, tenant: Tenant): string {
  const [first] = Object.keys(text) as Locale[]
  const said = [locale, tenant.locales[0]!].find((one) => text[one] !== undefined) ?? first
  if (!said) return ''
  return said === 'fr' ? frenchSpaced(text.fr!) : text[said]!
}

import type { Locale, Localized, Tenant } from '../../tenants/tenant'

/** A city's text in the language being read, else in the city's first language, else in any. */
export function localized(text: Localized, locale: Locale, tenant: Tenant): string {
  return text[locale] ?? text[tenant.locales[0]!] ?? Object.values(text)[0] ?? ''
}

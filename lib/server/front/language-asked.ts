import { type Locale, locales } from '../../../tenants/tenant'

/** The first language of a browser's list that the product speaks, else the product's own. */
export function languageAsked(list: string | undefined): Locale {
  const asked = (list ?? '').slice(0, 200).toLowerCase().split(',')
  for (const one of asked) {
    const spoken = locales.find((locale) => one.trim().split(/[-;]/)[0] === locale)
    if (spoken) return spoken
  }
  return 'fr'
}

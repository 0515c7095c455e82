import type { Locale } from '../../tenants/tenant'

/** What each language calls itself: the same in all of them. */
export const ownNames: Record<Locale, string> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  ar: 'العربية',
}

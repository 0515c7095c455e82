import ar from '@/lib/i18n/messages/ar/broken.json'
import en from '@/lib/i18n/messages/en/broken.json'
import es from '@/lib/i18n/messages/es/broken.json'
import fr from '@/lib/i18n/messages/fr/broken.json'

const words = { fr, en, es, ar }

/** What is said when a page broke. */
export const brokenWords = (): typeof fr => words[brokenLanguage()]

/** By then nothing but the browser can tell the language. */
export function brokenLanguage(): keyof typeof words {
  const language = typeof document === 'undefined' ? 'fr' : document.documentElement.lang
  return language in words ? (language as keyof typeof words) : 'fr'
}

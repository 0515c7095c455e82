import ar from '@/lib/i18n/messages/ar/broken.json'
import en from '@/lib/i18n/messages/en/broken.json'
import es from '@/lib/i18n/messages/es/broken.json'
import fr from '@/lib/i18n/messages/fr/broken.json'

const words = { fr, en, es, ar }

/** What is said when a page broke: by then nothing but the browser can tell the language. */
export function brokenWords(): typeof fr {
  const language = typeof document === 'undefined' ? 'fr' : document.documentElement.lang
  return words[language as keyof typeof words] ?? fr
}

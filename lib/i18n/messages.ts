import type { Locale } from '../../tenants/tenant'
import ar from './messages/ar'
import en from './messages/en'
import es from './messages/es'
import fr from './messages/fr'

/** Every language has the same keys: tests/rules/messages.test.ts compares them. */
export function messagesFor(locale: Locale): typeof fr {
  return { fr, en, es, ar }[locale] as typeof fr
}

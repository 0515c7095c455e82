import type { Locale } from '../../tenants/tenant'
import { everyFrenchSpaced } from './french-spaces'
import ar from './messages/ar'
import en from './messages/en'
import es from './messages/es'
import fr from './messages/fr'

const read = { fr: everyFrenchSpaced(fr), en, es, ar }

/** Every language has the same keys: tests/rules/messages.test.ts compares them. */
export function messagesFor(locale: Locale): typeof fr {
  return read[locale] as typeof fr
}

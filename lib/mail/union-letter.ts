import 'server-only'
import { localized } from '../i18n/localized'
import type { LetterText } from './letter-text'
import type { WaitingLetter } from './outbox/queries'
import { addressOf, type Place, wordsIn } from './wording'

/** To each address of two accounts that are now one: what became of it, and whom to ask who did not want it. */
export function unionLetter(place: Place, { letter }: WaitingLetter): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const city = localized(tenant.name, locale, tenant)
  const { side } = letter.detail as { side: 'kept' | 'absorbed' }
  return {
    subject: t('union.subject', { city }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('union.lead', { side }), t('union.kept')],
    button: { label: t('union.button'), href: addressOf(place, '/compte') },
    after: [t('union.next', { email: tenant.contact.email })],
    foot: t('foot.named', { city }),
  }
}

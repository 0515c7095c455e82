import 'server-only'
import { localized } from '../i18n/localized'
import type { GrantedRole } from '../people/rules'
import type { LetterText } from './letter-text'
import type { WaitingLetter } from './outbox/queries'
import { blanks } from './template'
import { addressOf, type Place, wordsIn } from './wording'

/** Asks somebody to run the platform of their city, or to work on it: the button is their way in. */
export function staffLetter(place: Place, { letter }: WaitingLetter): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const city = localized(tenant.name, locale, tenant)
  const { role, days } = letter.detail as { role: GrantedRole; days: number }
  return {
    subject: t('staff.subject', { city }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('staff.lead', { city, role })],
    button: { label: t('staff.button'), href: `${addressOf(place, '/connexion/lien')}?jeton=${blanks.link}` },
    after: [t('staff.next', { days })],
    foot: t('foot.link', { city }),
  }
}

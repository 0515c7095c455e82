import 'server-only'
import { localized } from '../i18n/localized'
import type { LetterText } from './letter-text'
import type { WaitingLetter } from './outbox/queries'
import { blanks } from './template'
import { addressOf, type Place, wordsIn } from './wording'

/** Asks someone, who need not be known here, to carry a text with its author. */
export function invitationLetter(place: Place, { letter }: WaitingLetter): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const { title } = letter.detail as { title: string }
  return {
    subject: t('invitation.subject'),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('invitation.lead', { title })],
    button: { label: t('invitation.button'), href: `${addressOf(place, '/porter')}?jeton=${blanks.link}` },
    after: [t('invitation.next')],
    foot: t('foot.invitation', { city: localized(tenant.name, locale, tenant) }),
  }
}

/** Asks someone, who need not be known here, to act with an organisation. */
export function organisationInvitation(place: Place, { letter }: WaitingLetter): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const { title } = letter.detail as { title: string }
  return {
    subject: t('organisationInvitation.subject', { title }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('organisationInvitation.lead', { title })],
    button: {
      label: t('organisationInvitation.button'),
      href: `${addressOf(place, '/rejoindre', 'agir')}?jeton=${blanks.link}`,
    },
    after: [t('organisationInvitation.next')],
    foot: t('foot.invitation', { city: localized(tenant.name, locale, tenant) }),
  }
}

import 'server-only'
import { localized } from '../i18n/localized'
import { confirmHours } from '../agir/registrations/guests/rules'
import type { LetterText } from './letter-text'
import { partsOf } from './notice-letter'
import type { WaitingLetter } from './outbox/queries'
import { endings } from './registrants/rules'
import { isEventLetter } from './rules'
import { blanks } from './template'
import { addressOf, hourOf, type Place, wordsIn } from './wording'

/** Asks whoever reads an address whether they want the place that was asked for with it. Nothing a stranger typed is in it. */
export function guestConfirmLetter(place: Place, { stranger }: WaitingLetter): LetterText | null {
  if (!stranger?.about) return null
  const { title, startsAt, zone } = stranger.about
  const t = wordsIn('letters', place)
  return {
    subject: t('guest.confirm.subject'),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('guest.confirm.lead', { moment: hourOf(place, startsAt, zone) })],
    quoted: { title, text: null },
    button: {
      label: t('guest.confirm.button'),
      href: `${addressOf(place, '/inscription/confirmer', 'agir')}?jeton=${blanks.link}`,
    },
    after: [t('guest.confirm.next', { hours: confirmHours })],
    foot: t('foot.guestAsked', { city: cityOf(place) }),
  }
}

/** What people with an account read of the same thing, with a way to their place that needs none. */
export function guestNotice(place: Place, { stranger, occurrences }: WaitingLetter): LetterText | null {
  const said = occurrences.filter(({ kind }) => isEventLetter(kind))
  if (!stranger || said.length === 0) return null
  const t = wordsIn('letters', place)
  const parts = partsOf(place, said)
  const isOver = said.every(({ kind }) => endings.includes(kind))
  const own = `${addressOf(place, '/inscription', 'agir')}?jeton=${blanks.link}`
  return {
    ...parts,
    greeting: t('hello', { name: stranger.name ? blanks.name : 'none' }),
    button: isOver ? parts.button : { label: t('guest.button'), href: own },
    foot: t('foot.guest', { city: cityOf(place) }),
    stop: { label: t(isOver ? 'guest.all' : 'guest.manage'), page: own },
  }
}

/** Asks a guardian whether a minor may come. */
export function guardianLetter(place: Place, { stranger }: WaitingLetter): LetterText | null {
  if (!stranger?.about) return null
  const { title, startsAt, zone, who } = stranger.about
  const t = wordsIn('letters', place)
  const city = cityOf(place)
  return {
    subject: t('guardian.subject', { city }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('guardian.lead', { who: who || 'none', moment: hourOf(place, startsAt, zone) })],
    quoted: { title, text: null },
    button: {
      label: t('guardian.button'),
      href: `${addressOf(place, '/accord', 'agir')}?jeton=${blanks.link}`,
    },
    after: [t('guardian.next')],
    foot: t('foot.guardian', { city }),
  }
}

const cityOf = ({ tenant, locale }: Place) => localized(tenant.name, locale, tenant)

import 'server-only'
import { localized } from '../i18n/localized'
import type { LetterText } from './letter-text'
import { stopOf } from './notice-letter'
import type { WaitingLetter } from './outbox/queries'
import { blanks } from './template'
import { addressOf, dayOf, type Place, wordsIn } from './wording'

type Said = {
  name: string
  query: string
  count: number
  some: { title: string; slug: string; startsAt: string | null }[]
}

/** What a saved search has newly found, the soonest first, each with the way to it. */
export function searchLetter(place: Place, { letter, person }: WaitingLetter): LetterText {
  const t = wordsIn('letters', place)
  const { name, query, count, some } = letter.detail as Said
  const city = localized(place.tenant.name, place.locale, place.tenant)
  const lineOf = (startsAt: string | null) =>
    startsAt
      ? { text: t('search.next'), on: dayOf(place, new Date(startsAt)) }
      : { text: t('search.lasting'), on: t('search.whenYouCan') }
  return {
    subject: t('search.subject', { count, name }),
    greeting: t('hello', { name: person?.name ? blanks.name : 'none' }),
    paragraphs: [t('search.lead', { count, name, city })],
    piles: some.map(({ title, slug, startsAt }) => ({
      title,
      href: addressOf(place, `/activites/${slug}`, 'agir'),
      lines: [lineOf(startsAt)],
    })),
    button: { label: t('search.button'), href: addressOf(place, '/activites', 'agir') + query },
    after: [t('search.after')],
    foot: t('foot.search', { city }),
    stop: { ...stopOf(place, { what: 'search' })!, settings: settingsOf(place) },
  }
}

const settingsOf = (place: Place) => ({
  label: wordsIn('letters', place)('search.manage'),
  href: addressOf(place, '/mes-recherches', 'agir'),
})

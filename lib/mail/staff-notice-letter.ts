import 'server-only'
import { localized } from '../i18n/localized'
import type { LetterText } from './letter-text'
import type { WaitingLetter } from './outbox/queries'
import type { StaffNotice } from './staff/rules'
import { addressOf, type Place, wordsIn } from './wording'

type Detail = { ticket?: string; subject?: string; host?: string; day?: string }

const pages: Record<StaffNotice, (detail: Detail) => string> = {
  sender_failing: () => '/administration/courrier',
  help_answered: ({ ticket = '' }) => `/administration/assistance/${ticket}`,
  host_proved: () => '/administration/adresses',
  host_failing: () => '/administration/adresses',
  host_released_soon: () => '/administration/adresses',
}

/** To those who run the city: something about its mail, its addresses or the help it asked for. */
export function staffNoticeLetter(place: Place, kind: StaffNotice, { letter }: WaitingLetter): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const city = localized(tenant.name, locale, tenant)
  const detail = letter.detail as Detail
  const { subject = '', host = '', day } = detail
  const on = day
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: tenant.timeZone }).format(new Date(day))
    : ''
  return {
    subject: t(`staffNotices.${kind}.subject`, { city, host, subject }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t(`staffNotices.${kind}.lead`, { city, host, subject, on })],
    button: { label: t(`staffNotices.${kind}.button`), href: addressOf(place, pages[kind](detail)) },
    after: [],
    foot: t('foot.staff', { city }),
  }
}

import 'server-only'
import type { ReportReason } from '../moderation/rules'
import { localized } from '../i18n/localized'
import type { LetterText } from './letter-text'
import { addressOf, dayOf, type Place, wordsIn } from './wording'

const kinds = ['report_received', 'report_decided'] as const
type ReportLetter = (typeof kinds)[number]

/** What a letter to somebody who reported something is written from. */
export type ReportDetail = {
  reportId: string
  title: string
  reason: ReportReason
  dueAt: string
  /** What was decided, and the words for it when they are not the author's alone. */
  outcome: 'hidden' | 'kept' | 'restored' | null
  text: string | null
}

export function isReportLetter(kind: string): kind is ReportLetter {
  return kinds.some((one) => one === kind)
}

/** To somebody who may have no account here: nothing in it says who they are, and nothing offers to stop. */
export function reportLetter(place: Place, kind: ReportLetter, detail: unknown): LetterText {
  const t = wordsIn('letters', place)
  const { reportId, title, dueAt, outcome, text } = detail as ReportDetail
  const city = localized(place.tenant.name, place.locale, place.tenant)
  const values = { city, title, due: dayOf(place, new Date(dueAt)), outcome: outcome ?? 'kept' }
  const isHidden = outcome === 'hidden'
  return {
    subject: t(`${kind}.subject`, values),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t(`${kind}.lead`, values)],
    quoted: isHidden ? undefined : { title, text },
    button: { label: t(`${kind}.button`), href: addressOf(place, `/signaler/${reportId}`) },
    after: [t(`${kind}.next`, { email: place.tenant.contact.email })],
    foot: t('foot.report', { city }),
  }
}

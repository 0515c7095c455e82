import 'server-only'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Tenant } from '../../tenants/tenant'
import { localized } from '../i18n/localized'
import { linkToken } from '../people/sign-in/queries'
import { linkMinutes } from '../people/sign-in/rules'
import { isReportLetter, reportLetter } from './report-letter'
import { returnPathOf } from './bounces/return-path'
import { invitationToken } from '../ideas/carriers/queries'
import { membershipToken } from '../agir/organisations/members/queries'
import { guardianLetter, guestConfirmLetter, guestNotice } from './guest-letter'
import { invitationLetter, organisationInvitation } from './invitation-letter'
import { isStaffNotice } from './staff/rules'
import { staffLetter } from './staff-letter'
import { searchLetter } from './search-letter'
import { staffNoticeLetter } from './staff-notice-letter'
import { unionLetter } from './union-letter'
import { LetterPage } from './letter-page'
import { type LetterText, textOf } from './letter-text'
import { noticeLetter, stoppingOf } from './notice-letter'
import type { Occurrence } from './occurrences/queries'
import type { WaitingLetter } from './outbox/queries'
import { isEventLetter, tellingOf } from './rules'
import { asHtml, blanks, type Filling, type Template, templateOf } from './template'
import type { Envelope } from './transport'
import { unsubscribeToken } from './unsubscribe-token'
import { addressOf, letterName, platformHost, type Place, senderOf, wordsIn } from './wording'

type Written = { subject: string; html: Template; text: Template; oneClick: Template | null }

const mostKept = 500
const kept = new Map<string, Written | null>()

/** The letter as it will be read, in the reader's language and the city's colours; null when nobody is to get it any more. */
export function compose(tenant: Tenant, waiting: WaitingLetter): Envelope | null {
  const { letter, person, stranger } = waiting
  const locale = tenant.locales.find((one) => one === letter.locale) ?? tenant.locales[0]!
  const known = letter.address ?? stranger?.email
  const address = known ?? (person?.wantsMail || isOwed(waiting) ? person?.email : null)
  const written = address ? writtenOnce({ tenant, locale }, waiting) : null
  if (!address || !written) return null
  const host = platformHost(tenant)
  const filling = fillingOf(tenant, waiting)
  const { senderName } = tenant.mail
  const name = senderName ? localized(senderName, locale, tenant) : letterName({ tenant, locale })
  return {
    from: { name, address: `no-reply@${host}` },
    to: { name: '', address },
    returnPath: returnPathOf(tenant, letter.id, host),
    replyTo: tenant.mail.replyTo ?? tenant.contact.email,
    messageId: `<${letter.id}@${host}>`,
    subject: written.subject,
    html: written.html.fill(filling),
    text: written.text.fill(filling),
    quoted: { html: written.html.quoted(filling), text: written.text.quoted(filling) },
    headers: headersOf(written.oneClick?.fill(filling)),
  }
}

function isOwed({ occurrences }: WaitingLetter): boolean {
  return occurrences.some(({ kind }) => isEventLetter(kind) && tellingOf(kind).isOwed)
}

function headersOf(oneClick: string | undefined): Record<string, string> {
  if (!oneClick) return { 'Auto-Submitted': 'auto-generated' }
  return {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': `<${oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

/** Readers of the same things in the same language read the same letter: it is laid out once for all of them. */
function writtenOnce(place: Place, waiting: WaitingLetter): Written | null {
  const key = `${settingsOf(place.tenant)} ${place.locale} ${whatItTells(waiting)}`
  if (kept.has(key)) return kept.get(key)!
  const text = textFor(place, waiting)
  const written = text && layOut(place, text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, written)
  return written
}

const editions = new WeakMap<Tenant, string>()
let edition = 0

/** A city that publishes other settings is another object: what was laid out for the one before is not used again. */
function settingsOf(tenant: Tenant): string {
  const known = editions.get(tenant) ?? `${tenant.id}/${++edition}`
  editions.set(tenant, known)
  return known
}

const writtenAlone = ['accounts_united', 'saved_search', 'guest_confirm', 'guardian_consent']

function whatItTells({ letter, person, occurrences }: WaitingLetter): string {
  const { bundle, title, role } = letter.detail as { bundle?: string; title?: string; role?: string }
  const told = occurrences.map(
    ({ id, reader, idea, interestId }) =>
      `${id}:${reader}:${idea?.supportCount}:${idea?.slug}:${Boolean(interestId)}`,
  )
  // What is said to who reported something is said to them alone.
  const own =
    isReportLetter(letter.kind) || isStaffNotice(letter.kind) || writtenAlone.includes(letter.kind)
      ? letter.id
      : ''
  return [letter.kind, own, bundle, title, role, Boolean(person?.name), ...told].join(' ')
}

function textFor(place: Place, waiting: WaitingLetter): LetterText | null {
  const { kind } = waiting.letter
  if (kind === 'sign_in_link') return linkLetter(place)
  if (kind === 'staff_invitation') return staffLetter(place, waiting)
  if (isStaffNotice(kind)) return staffNoticeLetter(place, kind, waiting)
  if (kind === 'saved_search') return searchLetter(place, waiting)
  if (kind === 'accounts_united') return unionLetter(place, waiting)
  if (kind === 'guest_confirm') return guestConfirmLetter(place, waiting)
  if (kind === 'guardian_consent') return guardianLetter(place, waiting)
  if (kind === 'guest_notice') return guestNotice(place, waiting)
  if (kind === 'carrier_invitation') return invitationLetter(place, waiting)
  if (kind === 'organisation_invitation') return organisationInvitation(place, waiting)
  return isReportLetter(kind)
    ? reportLetter(place, kind, waiting.letter.detail)
    : noticeLetter(place, waiting)
}

function layOut(place: Place, letter: LetterText): Written {
  const html = `<!doctype html>${renderToStaticMarkup(LetterPage({ ...place, letter }))}`
  return {
    subject: letter.subject,
    html: templateOf(html, asHtml),
    text: templateOf(textOf(letter, senderOf(place))),
    oneClick: letter.stop?.oneClick ? templateOf(letter.stop.oneClick) : null,
  }
}

type Secrets = {
  bundle?: string
  searchId?: string
  linkId?: string
  invitationId?: string
  membershipId?: string
}

function fillingOf(
  tenant: Tenant,
  { letter, person, stranger, occurrences: [first] }: WaitingLetter,
): Filling {
  const stopping = person && stoppingBy(letter.detail as Secrets, person.id, first)
  return {
    name: person?.name ?? stranger?.name ?? '',
    token: stopping ? unsubscribeToken(tenant, stopping) : '',
    link: stranger?.link ?? secretOf(tenant, letter.detail as Secrets),
  }
}

function stoppingBy({ bundle = '', searchId }: Secrets, personId: string, first: Occurrence | undefined) {
  if (searchId) return { what: 'search', searchId, personId } as const
  return first ? stoppingOf({ personId, bundle, first }) : null
}

/** What makes a letter's button open what only its reader may open. */
function secretOf(tenant: Tenant, { linkId, invitationId, membershipId }: Secrets): string {
  if (linkId) return linkToken(tenant, linkId)
  if (invitationId) return invitationToken(tenant, invitationId)
  return membershipId ? membershipToken(tenant, membershipId) : ''
}

function linkLetter(place: Place): LetterText {
  const { tenant, locale } = place
  const t = wordsIn('letters', { tenant, locale })
  const platform = letterName(place)
  return {
    subject: t('link.subject', { platform }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('link.lead', { platform, minutes: linkMinutes })],
    button: { label: t('link.button'), href: `${addressOf(place, '/connexion/lien')}?jeton=${blanks.link}` },
    after: [t('link.notYou')],
    foot: t('foot.link', { city: localized(tenant.name, locale, tenant) }),
  }
}

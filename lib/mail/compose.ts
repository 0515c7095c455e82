import 'server-only'
import { renderToStaticMarkup } from 'react-dom/server'
import { createTranslator } from 'use-intl/core'
import type { Locale, Tenant } from '../../tenants/tenant'
import { localized } from '../i18n/localized'
import { messagesFor } from '../i18n/messages'
import { ideaWords } from '../i18n/words'
import { linkToken } from '../people/sign-in/commands'
import { linkMinutes } from '../people/sign-in/rules'
import { publicOrigin } from '../tenancy/origin'
import { pathOf } from '../tenancy/site'
import { LetterPage } from './letter-page'
import { type LetterText, textOf } from './letter-text'
import type { WaitingLetter } from './queries'
import { type EventLetterKind, isEventLetter } from './rules'
import type { Envelope } from './transport'
import { unsubscribeToken } from './unsubscribe-token'

/** The letter as it will be read, in the reader's language and the city's colours; null when nobody is to get it any more. */
export async function compose(tenant: Tenant, waiting: WaitingLetter): Promise<Envelope | null> {
  const { letter, person } = waiting
  const locale = tenant.locales.find((one) => one === letter.locale) ?? tenant.locales[0]!
  const address = letter.kind === 'sign_in_link' ? letter.address : person?.wantsMail ? person.email : null
  const text = address && wordsOf(tenant, locale, waiting)
  if (!address || !text) return null
  const host = platformHost(tenant)
  return {
    from: { name: localized(tenant.platformNames.decider, locale, tenant), address: `no-reply@${host}` },
    to: { name: '', address },
    replyTo: tenant.contact.email,
    messageId: `<${letter.id}@${host}>`,
    subject: text.subject,
    html: `<!doctype html>${renderToStaticMarkup(LetterPage({ tenant, locale, letter: text }))}`,
    text: textOf(text),
    headers: headersOf(text),
  }
}

export const platformHost = (tenant: Tenant) =>
  tenant.hosts.shared ?? tenant.hosts.decider ?? tenant.hosts.agir!
const originOf = (tenant: Tenant) => publicOrigin(platformHost(tenant))

function headersOf({ stop }: LetterText): Record<string, string> {
  if (!stop) return { 'Auto-Submitted': 'auto-generated' }
  const oneClick = {
    'List-Unsubscribe': `<${stop.oneClick}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  return { 'Auto-Submitted': 'auto-generated', ...oneClick }
}

function wordsOf(tenant: Tenant, locale: Locale, waiting: WaitingLetter): LetterText | null {
  if (waiting.letter.kind === 'sign_in_link') return linkLetter(tenant, locale, waiting)
  return isEventLetter(waiting.letter.kind) ? eventLetter(tenant, locale, waiting.letter.kind, waiting) : null
}

function linkLetter(tenant: Tenant, locale: Locale, { letter }: WaitingLetter): LetterText {
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'letters' })
  const { linkId } = letter.detail as { linkId: string }
  const platform = localized(tenant.platformNames.decider, locale, tenant)
  const page = originOf(tenant) + pathOf(tenant, locale, 'decider', '/connexion/lien')
  return {
    subject: t('link.subject', { platform }),
    greeting: t('hello', { name: 'none' }),
    paragraphs: [t('link.lead', { platform, minutes: linkMinutes })],
    button: { label: t('link.button'), href: `${page}?jeton=${linkToken(tenant, linkId)}` },
    after: [t('link.notYou')],
    foot: t('foot.link', { city: localized(tenant.name, locale, tenant) }),
  }
}

function eventLetter(
  tenant: Tenant,
  locale: Locale,
  kind: EventLetterKind,
  { idea, person, letter }: WaitingLetter,
): LetterText | null {
  if (!idea || !person) return null
  const t = createTranslator({ locale, messages: messagesFor(locale), namespace: 'letters' })
  const isAuthor = idea.authorId === person.id
  const reader = isAuthor ? 'author' : 'follower'
  const lastDay = idea.deadlineAt && new Date(idea.deadlineAt.getTime() - 1)
  const values = {
    ...ideaWords({ tenant, locale }),
    reader,
    city: localized(tenant.name, locale, tenant),
    count: idea.supportCount,
    threshold: idea.threshold ?? 0,
    days: tenant.ideas.moderationWorkingDays,
    deadline: lastDay
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: tenant.timeZone }).format(lastDay)
      : '',
  }
  const own = pathOf(tenant, locale, 'decider', `/mes-idees/${idea.id}`)
  const open = pathOf(tenant, locale, 'decider', idea.slug ? `/idees/${idea.slug}` : '/idees')
  const isPrivate = kind === 'submitted' || kind === 'refused'
  return {
    subject: t(`${kind}.subject`, values),
    greeting: t('hello', { name: person.name ?? 'none' }),
    paragraphs: [t(`${kind}.lead`, values)],
    quoted: { title: idea.title, text: kind === 'refused' ? idea.refusalText : null },
    button: { label: t(`${kind}.button`, values), href: originOf(tenant) + (isPrivate ? own : open) },
    after: [t(`${kind}.next`, values)],
    foot: t(`foot.${reader}`, values),
    stop: isAuthor
      ? undefined
      : stopOf(tenant, locale, { ideaId: idea.id, personId: letter.personId! }, t('stop', values)),
  }
}

function stopOf(
  tenant: Tenant,
  locale: Locale,
  following: { ideaId: string; personId: string },
  label: string,
) {
  const token = encodeURIComponent(unsubscribeToken(tenant, following))
  const page = pathOf(tenant, locale, 'decider', '/compte/desabonnement')
  return {
    label,
    page: `${originOf(tenant)}${page}?jeton=${token}`,
    oneClick: `${originOf(tenant)}/api/letters/unsubscribe?jeton=${token}`,
  }
}

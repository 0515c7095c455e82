import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Locale, Platform, Tenant } from '../../tenants/tenant'
import { noonOf } from '../consultations/rules'
import { localized } from '../i18n/localized'
import { messagesOf } from '../i18n/city-messages'
import { ideaWords } from '../i18n/words'
import { publicOrigin } from '../tenancy/origin'
import { homePlatform, pathOf, platformsOf } from '../tenancy/site'
import { answerToken } from '../agir/calls/answering/queries'
import type { Occurrence } from './occurrences/queries'
import { type EventLetterKind, isEventLetter, tellingOf, voiceFor } from './rules'

export type Place = { tenant: Tenant; locale: Locale }

export const platformHost = (tenant: Tenant) => tenant.hosts.shared ?? tenant.hosts[homePlatform(tenant)]!
export const originOf = (tenant: Tenant) => publicOrigin(platformHost(tenant))
export const addressOf = (
  { tenant, locale }: Place,
  path: string,
  on: Platform = homePlatform(tenant),
): string =>
  publicOrigin(tenant.hosts.shared ?? tenant.hosts[on] ?? platformHost(tenant)) +
  pathOf(tenant, locale, on, path)

/** What the city is called in its letters: by the platform that it has. */
export const letterName = ({ tenant, locale }: Place): string =>
  localized(tenant.platformNames[homePlatform(tenant)], locale, tenant)

/** Who writes, and where they are reached: the last line of every letter. */
export const senderOf = ({ tenant, locale }: Place): string =>
  [localized(tenant.name, locale, tenant), tenant.contact.address, tenant.contact.email].join(' · ')

/** The platform on which an occurrence is read: its own, where the city still has it. */
export function platformOfOccurrence(tenant: Tenant, { detail }: Pick<Occurrence, 'detail'>): Platform {
  const { on } = detail as { on?: string }
  return platformsOf(tenant).find((one) => one === on) ?? homePlatform(tenant)
}

/** What is asked of one person may be answered by whoever holds the letter. */
const isAboutAnswer = (kind: string) => ['call_offered', 'call_seat_freed', 'call_announced'].includes(kind)

/** The whole address of the page where an occurrence can be read. */
export function hrefOfOccurrence(place: Place, told: Occurrence): string {
  const href = addressOf(place, pathOfOccurrence(told), platformOfOccurrence(place.tenant, told))
  return isAboutAnswer(told.kind) ? `${href}?jeton=${answerToken(place.tenant, told.aboutId)}` : href
}

export function wordsIn(namespace: 'letters', { tenant, locale }: Place) {
  return createTranslator({ locale, messages: messagesOf(tenant, locale), namespace })
}

/** What an occurrence is called in one line, as its letter's subject and in the list of notices. */
export function headlineOf(place: Place, told: Occurrence): string {
  return isEventLetter(told.kind)
    ? wordsIn('letters', place)(`${told.kind}.subject`, valuesOf(place, told))
    : ''
}

/** What it is about: the idea's title, or what the event itself calls it. A draft is its author's alone again. */
export function titleOf({ idea, reader, detail }: Occurrence): string {
  if (idea?.publication === 'draft' && voiceFor(reader) === 'staff') return ''
  return idea?.title ?? (detail as { title?: string }).title ?? ''
}

/** Everything a sentence about an occurrence may say: the city, the idea as it is now, and what the event was recorded with. */
export function valuesOf(place: Place, { idea, reader, detail }: Occurrence) {
  const { tenant, locale } = place
  const lastDay = idea?.deadlineAt && new Date(idea.deadlineAt.getTime() - 1)
  return {
    within: 'days',
    appealDays: tenant.ideas.appealDays,
    answerDays: tenant.ideas.appealAnswerDays,
    ...ownValues(place, detail as Record<string, unknown>),
    ...ideaWords(place),
    reader: voiceFor(reader),
    city: localized(tenant.name, locale, tenant),
    count: idea?.supportCount ?? 0,
    threshold: idea?.threshold ?? 0,
    days: tenant.ideas.moderationWorkingDays,
    deadline: lastDay ? dayOf(place, lastDay) : '',
  }
}

/** An event's own words and numbers; what is named …At or …On is written as a day, …Time with its hour. */
function ownValues(place: Place, detail: Record<string, unknown>): Record<string, string | number> {
  const said = Object.entries(detail).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  )
  const { zone = place.tenant.timeZone } = detail as { zone?: string }
  return Object.fromEntries(
    said.map(([key, value]) => {
      if (key.endsWith('Time')) return [key, hourOf(place, new Date(value), zone)]
      return [key, /(At|On)$/.test(key) ? dayOf(place, momentOf(place, value)) : value]
    }),
  )
}

export function hourOf({ locale }: Place, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at)
}

/** A day of the city's calendar is that day in the city, wherever this runs. */
function momentOf({ tenant }: Place, value: string | number): Date {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
  return isDay ? noonOf(value, tenant.timeZone) : new Date(value)
}

export function dayOf({ tenant, locale }: Place, at: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: tenant.timeZone }).format(at)
}

/** The page where an occurrence can be read, or acted upon by who has to. */
export function pathOfOccurrence({ kind, idea, reader, detail, aboutId }: Occurrence): string {
  const { path, slug } = detail as { path?: string; slug?: string }
  if (path?.startsWith('/')) return path
  if (!isEventLetter(kind)) return '/notifications'
  const { leadsTo, staffTo } = tellingOf(kind)
  const isStaff = voiceFor(reader) === 'staff'
  const to = isStaff ? (staffTo ?? leadsTo) : leadsTo
  if (to === 'own') return `/mes-idees/${aboutId}`
  if (to === 'idea') return idea?.slug ? `/idees/${idea.slug}` : '/idees'
  if (to === 'account') return '/compte'
  if (to === 'queue' || (to === 'moderation' && idea?.publication === 'draft')) return '/moderation'
  if (to === 'consultation')
    return isStaff ? `/administration/consultations/${aboutId}` : `/consultations/${slug ?? ''}`
  return to === 'engagements' ? '/engagements' : `/${to}/${aboutId}`
}

/** The public reason or answer that goes with it, word for word. */
export function quotedIn(kind: EventLetterKind, { idea, detail, quote }: Occurrence): string | null {
  if (quote) return quote
  const { text } = detail as { text?: string }
  return text ?? (kind === 'refused' || kind === 'hidden' ? (idea?.refusalText ?? null) : null)
}

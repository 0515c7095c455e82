import { type Locale, locales } from '../../../tenants/tenant'

export const announcementKinds = ['maintenance', 'news'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/** What is announced, in each language it was written in. */
export type Said = Partial<Record<Locale, { title: string; text: string }>>

export type Announcement = {
  id: string
  kind: AnnouncementKind
  texts: Said
  cities: string[] | null
  isPublic: boolean
  fromAt: Date
  untilAt: Date
}

type Where = { city: string; isConsole: boolean; now: Date }

/** What a page of a city has to say for the operator, work on the platform first. */
export function announcedOn<One extends Announcement>(all: readonly One[], { city, isConsole, now }: Where) {
  const rank = ({ kind }: Announcement) => announcementKinds.indexOf(kind)
  return all
    .filter(({ cities, isPublic, fromAt, untilAt }) => {
      const isForCity = cities === null || cities.includes(city)
      return isForCity && (isConsole || isPublic) && fromAt <= now && now < untilAt
    })
    .sort((one, other) => rank(one) - rank(other) || other.fromAt.getTime() - one.fromAt.getTime())
}

/** In the language being read, or the city's own, or the first it was written in. */
export function announcementIn(texts: Said, locale: Locale, own: Locale) {
  const language = [locale, own, ...locales].find((one) => texts[one])!
  return { language, ...texts[language]! }
}

/** Languages of those it is for in which nothing was written. */
export const unwrittenIn = (texts: Said, read: Iterable<Locale>): Locale[] =>
  [...new Set(read)].filter((locale) => !texts[locale])

export type Standing = 'coming' | 'shown' | 'over' | 'withdrawn'

export function standingOf(
  { fromAt, untilAt, withdrawnAt }: { fromAt: Date; untilAt: Date; withdrawnAt: Date | null },
  now: Date,
): Standing {
  if (withdrawnAt) return 'withdrawn'
  if (untilAt <= now) return 'over'
  return fromAt <= now ? 'shown' : 'coming'
}

import { Temporal } from 'temporal-polyfill'
import type { AccessNeed, ActivityKind, Commitment } from '../activities/rules'

/** Each moment one may ask for, with its word in an address. */
export const presets = {
  today: 'aujourdhui',
  evening: 'ce-soir',
  tomorrow: 'demain',
  weekend: 'week-end',
  week: 'sept-jours',
} as const
export type Preset = keyof typeof presets

export const sorts = { soon: 'bientot', near: 'proches', relevance: 'pertinence', new: 'nouvelles' } as const
export type Sort = keyof typeof sorts

export const kindWords = {
  event: 'evenement',
  mission: 'mission',
  standing_need: 'besoin',
} as const satisfies Record<ActivityKind, string>

export const commitmentWords = {
  once: 'une-fois',
  some_hours: 'quelques-heures',
  weekly: 'chaque-semaine',
  lasting: 'dans-la-duree',
} as const satisfies Record<Commitment, string>

export const needWords = {
  mobility: 'mobilite',
  hearing: 'audition',
  sight: 'vue',
  mental: 'comprehension',
  psychic: 'psychique',
} as const satisfies Record<AccessNeed, string>

/** What else matters to some: seats left, no price, open to the young, to those who come first, from home. */
export const extras = {
  room: 'places',
  free: 'gratuit',
  minors: 'mineurs',
  newcomers: 'premiere-fois',
  online: 'en-ligne',
} as const
export type Extra = keyof typeof extras

/** How far one may ask to go, in metres; the second is taken when nothing is said. */
export const distances = [1000, 2000, 5000, 10_000] as const
export type Near = { latitude: number; longitude: number; districtCode: string | null; metres: number }

/** The place of one activity in an order: what it is ordered by, and its id among equals. */
export type Mark = { key: number; id: string }
export type Cursor = Mark & { sort: Sort; back: boolean }

/** A moment, or days of the city's calendar, the last included: they replace a moment. */
type Asked = { preset: Preset | null; from: string | null; until: string | null }

export type Filters = Asked & {
  words: string | null
  themes: string[]
  districts: string[]
  kinds: ActivityKind[]
  commitments: Commitment[]
  needs: AccessNeed[]
  languages: string[]
  extras: Extra[]
  near: Near | null
  /** An activity, by its address: only those of the same organiser. */
  like: string | null
  /** An organisation, by its address: only what it announces. */
  by: string | null
  sort: Sort
  cursor: Cursor | null
}

export const noFilters: Filters = {
  words: null,
  preset: null,
  from: null,
  until: null,
  themes: [],
  districts: [],
  kinds: [],
  commitments: [],
  needs: [],
  languages: [],
  extras: [],
  near: null,
  like: null,
  by: null,
  sort: 'soon',
  cursor: null,
}

/** Relevance needs words and nearness a place; without them what comes first is first. */
export function sortFor(asked: Sort | undefined, { words, near }: Pick<Filters, 'words' | 'near'>): Sort {
  if (asked && (asked !== 'relevance' || words) && (asked !== 'near' || near)) return asked
  return 'soon'
}

export const isDated = ({ preset, from, until }: Asked) => preset !== null || from !== null || until !== null

/** Whether anything narrows the list. */
export function isNarrowed(filters: Filters): boolean {
  const { words, near, like, by, themes, districts, kinds, commitments, needs, languages } = filters
  const chosen = [themes, districts, kinds, commitments, needs, languages, filters.extras]
  return isDated(filters) || Boolean(words ?? near ?? like ?? by) || chosen.some((some) => some.length > 0)
}

/** Whether what lasts can answer what is asked: it has a theme and a place, and no date, kind or seats. */
export function suitsWhatLasts(filters: Filters): boolean {
  const { themes: _themes, districts: _districts, words: _words, ...others } = filters
  return !isNarrowed({ ...others, themes: [], districts: [], words: null })
}

/** What a date must touch to be found: it ends after the first instant and begins before the second, if there is one. */
export type Window = { from: Date; until: Date | null }

/** The window asked for, in the city's own days. What is over is never in it. */
export function windowOf(filters: Asked, timeZone: string, now: Date): Window {
  const { preset, from, until } = filters
  const current = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const today = current.toPlainDate()
  const start = (day: Temporal.PlainDate, hour = 0) =>
    instantOf(day.toZonedDateTime({ timeZone, plainTime: { hour } }))
  const window = (first: Date, last: Date | null) => ({ from: first > now ? first : now, until: last })
  const tomorrow = today.add({ days: 1 })
  if (preset === 'today') return window(now, start(tomorrow))
  if (preset === 'evening') return window(start(today, eveningBegins), start(tomorrow))
  if (preset === 'tomorrow') return window(start(tomorrow), start(today.add({ days: 2 })))
  if (preset === 'week') return window(now, start(today.add({ days: 7 })))
  if (preset === 'weekend') {
    const saturday = today.add({ days: today.dayOfWeek === 7 ? -1 : 6 - today.dayOfWeek })
    return window(start(saturday), start(saturday.add({ days: 2 })))
  }
  const last = until ? start(Temporal.PlainDate.from(until).add({ days: 1 })) : null
  return window(from ? start(Temporal.PlainDate.from(from)) : now, last)
}

const eveningBegins = 18
const instantOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds)

/** How many activities share their themes, a district, a kind and the languages spoken there. */
export type Cell = {
  themeIds: string[]
  districtCode: string | null
  kind: ActivityKind
  spoken: string[]
  count: number
}

export type Facets = {
  total: number
  themes: Record<string, number>
  districts: Record<string, number>
  kinds: Record<string, number>
}

/** What each choice would show, the other groups of choices staying as they are; and the languages of what is chosen. */
export function countsIn(cells: Cell[], { themes, districts, kinds }: Filters) {
  const facets: Facets = { total: 0, themes: {}, districts: {}, kinds: {} }
  const languages: Record<string, number> = {}
  const add = (counts: Record<string, number>, name: string, count: number) =>
    (counts[name] = (counts[name] ?? 0) + count)
  for (const { themeIds, districtCode, kind, spoken, count } of cells) {
    const byTheme = themes.length === 0 || themeIds.some((id) => themes.includes(id))
    const byDistrict = districts.length === 0 || (districtCode !== null && districts.includes(districtCode))
    const byKind = kinds.length === 0 || kinds.includes(kind)
    if (byDistrict && byKind) for (const id of themeIds) add(facets.themes, id, count)
    if (byTheme && byKind && districtCode !== null) add(facets.districts, districtCode, count)
    if (byTheme && byDistrict) add(facets.kinds, kind, count)
    if (!byTheme || !byDistrict || !byKind) continue
    facets.total += count
    for (const language of spoken) add(languages, language, count)
  }
  return { facets, languages }
}

/**
 * On one page an organiser has at most this many activities; a line under the last leads to the others. So whoever
 * announces much does not hide whoever announces little, and the order stays that of the dates.
 */
export const mostOfOne = 2

/** What a page shows of one activity more than it holds, in reading order, and the marks of the pages around it. */
export function pageAround<Found extends Mark>(found: Found[], { cursor, sort }: Filters, size: number) {
  const more = found.length > size
  const shown = found.slice(0, size)
  if (cursor?.back) shown.reverse()
  const mark = (one: Mark | undefined, exists: boolean, back: boolean): Cursor | null =>
    one && exists ? { key: one.key, id: one.id, sort, back } : null
  return {
    shown,
    before: mark(shown[0], cursor?.back ? more : cursor !== null, true),
    after: mark(shown.at(-1), cursor?.back ? true : more, false),
  }
}
